using System.Net;
using Microsoft.Extensions.Configuration;
using MyThoughts.Chassis.Map;

namespace MyThoughts.Chassis.Hosting;

/// <summary>Where a host listens. The three settings are <c>Listen:Public</c>, <c>Listen:Proxied</c> and <c>Listen:Internal</c>.</summary>
/// <param name="Public">HTTP/1.1, for anyone.</param>
/// <param name="Proxied">Cleartext HTTP/2, for the gateway; null on a host that is not behind one.</param>
/// <param name="Internal">The same plus administration and metrics; loopback, or behind a key.</param>
/// <param name="InternalKey">What the header <c>X-Internal-Key</c> must carry when the internal port is bound elsewhere.</param>
public sealed record ListenAddresses(IPEndPoint Public, IPEndPoint? Proxied, IPEndPoint Internal, string? InternalKey)
{
    private const int ShortestKey = 32;

    /// <summary>Reads the settings, with loopback and the map's ports as defaults.</summary>
    /// <param name="configuration">The host's settings.</param>
    /// <param name="ports">The host's ports in the module map.</param>
    /// <param name="isGuarded">Whether the host asks for keys of its own on the internal port.</param>
    /// <returns>The addresses.</returns>
    /// <exception cref="SettingException">An address cannot be read, or the internal one is open to others and has no key.</exception>
    public static ListenAddresses Read(IConfiguration configuration, MappedPorts ports, bool isGuarded = false)
    {
        var internalAddress = ReadOne(configuration, "Listen:Internal", ports.Internal);
        var key = configuration["Listen:InternalKey"];
        if (!isGuarded && !IPAddress.IsLoopback(internalAddress.Address) && key is not { Length: >= ShortestKey })
            throw new SettingException(
                $"Listen:Internal is {internalAddress}, which others can reach, so Listen:InternalKey must be set to at least {ShortestKey} random characters. "
                + "Example: the output of: openssl rand -base64 32");
        var publicAddress = ReadOne(configuration, "Listen:Public", ports.Public);
        var proxiedAddress = ports.Proxied == 0 ? null : ReadOne(configuration, "Listen:Proxied", ports.Proxied);
        // Requests are told apart by their local port: on another address the same number would be taken for the internal one.
        if (internalAddress.Port == publicAddress.Port || internalAddress.Port == proxiedAddress?.Port)
            throw new SettingException(
                $"Listen:Internal is {internalAddress}, and another port of this host has the same number. Example: Listen:Internal=127.0.0.1:{ports.Internal}");
        return new(
            publicAddress,
            proxiedAddress,
            internalAddress,
            isGuarded || string.IsNullOrEmpty(key) ? null : key);
    }

    private static IPEndPoint ReadOne(IConfiguration configuration, string setting, int port)
    {
        if (configuration[setting] is not { Length: > 0 } text) return new(IPAddress.Loopback, port);
        if (IPEndPoint.TryParse(text, out var address) && address.Port > 0) return address;
        throw new SettingException($"{setting} is '{text}', which is no address and port. Example: {setting}=127.0.0.1:{port}");
    }
}
