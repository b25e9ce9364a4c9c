namespace MyThoughts.Chassis.Hosting;

/// <summary>Brings the database to what this version needs.</summary>
internal static class MigrateVerb
{
    public static Task<int> RunAsync(ModuleHostBuilder host, CancellationToken cancellationToken) =>
        throw new SettingException($"nothing to migrate in {host.Name} yet.");
}
