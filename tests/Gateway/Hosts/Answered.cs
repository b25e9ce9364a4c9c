using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MyThoughts.Support;

namespace MyThoughts.Gateway.Tests.Hosts;

/// <summary>What the admin API answered, read to its end.</summary>
internal sealed record Answered(int Status, string? Tag, string? RetryAfter, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>The places that a refusal names.</summary>
    public IEnumerable<string> Places => Json["errors"]!.AsObject().Select(error => error.Key);

    public static async Task<Answered> OfAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        return new((int)response.StatusCode, response.Headers.ETag?.Tag, response.Headers.RetryAfter?.ToString(), await response.Content.ReadAsStringAsync());
    }
}

internal static class Asking
{
    /// <summary>Asks with the operator's key; a change is based on the present state unless another tag is given.</summary>
    public static Task<Answered> AskAsync(this GatewayApi api, HttpMethod method, string path, object? body = null, string? tag = null) =>
        Answered.OfAsync(api.SendAsync(method, path, body, tag));

    public static Task<Answered> PutAsync(this GatewayApi api, string path, object body, string? tag = null) => api.AskAsync(HttpMethod.Put, path, body, tag);

    public static Task<Answered> PostAsync(this GatewayApi api, string path, object body, string? tag = null) => api.AskAsync(HttpMethod.Post, path, body, tag);

    /// <summary>The version in effect, which is also its tag without the quotes.</summary>
    public static async Task<long> VersionAsync(this GatewayApi api) => long.Parse((await api.AskAsync(HttpMethod.Get, "state")).Tag!.Trim('"'));

    /// <summary>Sends what it is told to the admin port, with a key or without.</summary>
    public static async Task<Answered> AdminAsync(
        this RunningGateway gateway, string method, string path, string? key = null, string? json = null, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = gateway.Addresses.Internal };
        using var request = new HttpRequestMessage(new(method), new Uri(gateway.Addresses.Internal.GetLeftPart(UriPartial.Authority) + path));
        if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return await Answered.OfAsync(client.SendAsync(request));
    }

    public static async Task<string> NewKeyAsync(this RunningGateway gateway, string role, string name = "somebody")
    {
        var made = await gateway.AdminAsync("POST", "/admin/api/keys", gateway.Api.Key, JsonSerializer.Serialize(new { name, role }));
        return made.Status == 201 ? made.Json["key"]!.GetValue<string>() : throw new InvalidOperationException($"{made.Status} {made.Text}");
    }
}
