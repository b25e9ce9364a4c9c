using MyThoughts.Chassis.Database.Embedded;

namespace MyThoughts.Chassis.Tests;

// Run as a program, this assembly is one more process that uses a cluster: it says the port and holds on until its input ends.
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        await using var postgres = await EmbeddedPostgres.StartAsync(args[0], [], new(), CancellationToken.None);
        Console.WriteLine(postgres.Port);
        while (await Console.In.ReadLineAsync() is not null) { }
        return 0;
    }
}
