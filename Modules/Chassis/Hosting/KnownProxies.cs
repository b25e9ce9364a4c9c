using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace MyThoughts.Chassis.Hosting;

/// <summary>
/// Believes <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> from the proxies of the setting <c>ForwardedHeaders:KnownProxies</c>
/// (addresses or networks, separated by commas) and from nobody else. In Development the default is loopback.
/// </summary>
internal static class KnownProxies
{
    private const string Setting = "ForwardedHeaders:KnownProxies";

    public static void UseKnownProxies(this WebApplication app)
    {
        var proxies = app.Configuration[Setting] ?? (app.Environment.IsDevelopment() ? "127.0.0.0/8,::1/128" : "");
        var networks = proxies.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ReadNetwork).ToList();
        // With empty lists the middleware would believe everybody.
        if (networks.Count == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.XForwardedFor | Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        networks.ForEach(options.KnownIPNetworks.Add);
        app.UseForwardedHeaders(options);
    }

    private static System.Net.IPNetwork ReadNetwork(string text)
    {
        if (System.Net.IPNetwork.TryParse(text, out var network)) return network;
        if (IPAddress.TryParse(text, out var address)) return new(address, address.GetAddressBytes().Length * 8);
        throw new SettingException($"{Setting} has '{text}', which is no address or network. Example: {Setting}=10.0.0.0/8,192.168.1.7");
    }
}
