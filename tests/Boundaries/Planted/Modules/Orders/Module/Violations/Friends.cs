using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Acme.Shop")] // planted: friend-assembly
