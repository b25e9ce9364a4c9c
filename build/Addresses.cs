using MyThoughts.Gateway.Keys;
using MyThoughts.Support.Hosts;

/// <summary>Tells where the system is and how to log in.</summary>
internal static class Addresses
{
    public static void Print()
    {
        Console.WriteLine();
        Console.WriteLine($"{"host",-10} {"pages and API",-28} internal");
        foreach (var host in Repository.Hosts)
        {
            var addresses = new HostAddresses(host.Ports);
            Console.WriteLine($"{host.Name,-10} {addresses.Public,-28} {addresses.Internal}");
        }
        Console.WriteLine();
        Console.WriteLine($"Open {new HostAddresses(Repository.Map.Gateway.Ports).Public} and log in as bruce or stephen, password: password");
        PrintOperation();
        Console.WriteLine("Ctrl+C stops everything.");
    }

    private static void PrintOperation()
    {
        var folder = Environment.GetEnvironmentVariable("Data__Folder") ?? DevelopmentData.Folder;
        Console.WriteLine($"Operate the gateway at {new HostAddresses(Repository.Map.Gateway.Ports).Internal}admin with the key {DevelopmentKey.Find(folder)}");
        Console.WriteLine("or from another terminal: dotnet run --no-build --project Gateway -- weight search 50 --reason \"half of all visitors\"");
    }
}
