using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MyThoughts.Support;

/// <summary>A gateway's API as a program uses it, with the key that a Development gateway made.</summary>
/// <param name="address">Its admin port.</param>
/// <param name="dataFolder">The data folder in which it wrote its key.</param>
public sealed class GatewayApi(Uri address, string dataFolder) : IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = new(address, "admin/api/") };

    /// <summary>The operator's key.</summary>
    public string Key => File.ReadAllText(Path.Combine(dataFolder, "operator-key")).Trim();

    /// <summary>Sends a request with the key and, for a change, the ETag of the state as it is now.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path below <c>/admin/api/</c>.</param>
    /// <param name="body">What to send as JSON; null for nothing.</param>
    /// <param name="ifMatch">The ETag; null for the present one.</param>
    /// <returns>The answer.</returns>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", Key) } };
        if (method != HttpMethod.Get) request.Headers.TryAddWithoutValidation("If-Match", ifMatch ?? await TagAsync());
        if (body is not null) request.Content = JsonContent.Create(body);
        return await client.SendAsync(request);
    }

    /// <summary>Reads something.</summary>
    /// <param name="path">The path below <c>/admin/api/</c>.</param>
    /// <returns>Its JSON.</returns>
    public async Task<JsonNode> GetAsync(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);
        return JsonNode.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
    }

    /// <summary>Changes something, and fails with the gateway's own words when it is refused.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path below <c>/admin/api/</c>.</param>
    /// <param name="body">What to send as JSON; null for nothing.</param>
    /// <returns>The version in effect then.</returns>
    public async Task<long> ChangeAsync(HttpMethod method, string path, object? body = null)
    {
        using var response = await SendAsync(method, path, body);
        var answer = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(answer)!["version"]!.GetValue<long>()
            : throw new InvalidOperationException($"{method} {path}: {(int)response.StatusCode} {answer}");
    }

    /// <summary>Gives a route another weight; it is in effect when this returns.</summary>
    /// <param name="route">The route's name.</param>
    /// <param name="percent">The percentage of visitors for the service.</param>
    /// <returns>The version in effect then.</returns>
    public Task<long> SetWeightAsync(string route, decimal percent) =>
        ChangeAsync(HttpMethod.Put, $"routes/{route}/weight", new { weight = percent, force = true });

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private async Task<string> TagAsync()
    {
        using var state = await SendAsync(HttpMethod.Get, "state");
        return state.EnsureSuccessStatusCode().Headers.ETag!.Tag;
    }
}
