namespace MyThoughts.Gateway.Admin;

/// <summary>What an open page asks for by itself.</summary>
internal static class LiveRequest
{
    public const string Header = "X-Live";
    public const string Events = "/admin/api/events";

    public static bool Is(HttpRequest request) => request.Headers.ContainsKey(Header) || request.Path == Events;
}
