namespace MyThoughts.Gateway.State;

/// <summary>The address of a destination: a scheme, a host and a port.</summary>
internal static class DestinationAddress
{
    public static bool TryParse(string? text, out Uri address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address!)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address is { PathAndQuery: "/", Fragment: "", UserInfo: "", Host.Length: > 0 };

    /// <summary>One spelling for an address, so that it is not taken twice.</summary>
    public static string Normalize(string text) => TryParse(text, out var address) ? address.GetLeftPart(UriPartial.Authority) : text;

    public static string Wanted(string? text) => $"'{text}' is no address of a scheme, a host and a port. Example: http://10.0.0.5:7003";
}
