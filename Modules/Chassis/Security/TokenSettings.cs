using Microsoft.Extensions.Configuration;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Map;

namespace MyThoughts.Chassis.Security;

/// <summary>Where this host looks for public keys.</summary>
/// <param name="TrustedKeys">Setting <c>Auth:TrustedKeys</c>: a folder of PEM files, or null.</param>
/// <param name="JwksUrl">Setting <c>Auth:JwksUrl</c>, by default that of the module that publishes them, on its internal port.</param>
/// <param name="JwksIsSet">Whether the address was set; otherwise that module in this process makes it needless.</param>
/// <param name="JwksInternalKey">The internal key of the host at the default address, when it demands one.</param>
internal sealed record TokenSettings(string? TrustedKeys, Uri JwksUrl, bool JwksIsSet, string? JwksInternalKey)
{
    private const string JwksPath = "/.well-known/jwks.json";

    public static TokenSettings Read(IConfiguration configuration, ModuleMap map)
    {
        var folder = configuration["Auth:TrustedKeys"];
        if (string.IsNullOrEmpty(folder)) folder = null;
        if (folder is not null && !Directory.Exists(folder))
            throw new SettingException($"Auth:TrustedKeys is '{folder}', which is no folder of PEM files. Example: Auth:TrustedKeys=/etc/mythoughts/keys");

        var set = configuration["Auth:JwksUrl"];
        if (!string.IsNullOrEmpty(set)) return new(folder, Address("Auth:JwksUrl", set), JwksIsSet: true, JwksInternalKey: null);

        // Whichever module it is that signs: the map says who publishes the keys.
        var signer = map.Modules.First(module => module.Routes.Any(route => route.Paths.Contains(JwksPath)));
        var setting = $"Modules:{signer.Name}:Url";
        var host = configuration[setting] ?? $"http://127.0.0.1:{signer.Ports.Internal}";
        return new(folder, Address(setting, host.TrimEnd('/') + JwksPath), JwksIsSet: false, configuration[$"Modules:{signer.Name}:Key"]);
    }

    private static Uri Address(string setting, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new SettingException($"{setting} is '{text}', which is no address. Example: Auth:JwksUrl=http://127.0.0.1:9001/.well-known/jwks.json");
}
