namespace MyThoughts.Chassis.Hosting;

/// <summary>Writes demo data.</summary>
internal static class SeedVerb
{
    public static Task<int> RunAsync(ModuleHostBuilder host, CancellationToken cancellationToken) =>
        throw new SettingException($"nothing to seed in {host.Name} yet.");
}
