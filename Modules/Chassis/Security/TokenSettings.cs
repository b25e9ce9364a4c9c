using Microsoft.Extensions.Configuration;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Map;

namespace MyThoughts.Chassis.Security;

/// <summary>Where this host looks for public keys.</summary>
/// <param name="TrustedKeys">Setting <c>Auth:TrustedKeys</c>: a folder of PEM files, or null.</param>
/// <param name="JwksUrl">Setting <c>Auth:JwksUrl</c>, by default that of Users on its internal port.</param>
/// <param name="JwksIsSet">Whether the address was set; otherwise Users in this process makes it needless.</param>
/// <param name="JwksInternalKey">The internal key of the host at the default address, when it demands one.</param>
internal sealed record TokenSettings(string? TrustedKeys, Uri JwksUrl, bool JwksIsSet, string? JwksInternalKey)
{
    private const string UsersModule = "users";

    public static TokenSettings Read(IConfiguration configuration, ModuleMap map)
    {
        var folder = configuration["Auth:TrustedKeys"];
        if (string.IsNullOrEmpty(folder)) folder = null;
        if (folder is not null && !Directory.Exists(folder))
            throw new SettingException($"Auth:TrustedKeys is '{folder}', which is no folder of PEM files. Example: Auth:TrustedKeys=/etc/mythoughts/keys");

        var set = configuration["Auth:JwksUrl"];
        if (!string.IsNullOrEmpty(set)) return new(folder, Address("Auth:JwksUrl", set), JwksIsSet: true, JwksInternalKey: null);

        var setting = $"Modules:{UsersModule}:Url";
        var host = configuration[setting] ?? $"http://127.0.0.1:{map.Module(UsersModule).Ports.Internal}";
        return new(folder, Address(setting, host.TrimEnd('/') + "/.well-known/jwks.json"), JwksIsSet: false, configuration[$"Modules:{UsersModule}:Key"]);
    }

    private static Uri Address(string setting, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new SettingException($"{setting} is '{text}', which is no address. Example: Auth:JwksUrl=http://127.0.0.1:9001/.well-known/jwks.json");
}
