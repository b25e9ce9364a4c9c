using System.IO.Pipelines;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace MyThoughts.Chassis.Http;

/// <summary>
/// Reads what another process answered for a module. It may be of another version: fields that we do not know are ignored, and whatever
/// lacks a field that we need is no answer.
/// </summary>
public static class RemoteAnswer
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(10);

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads an answer.</summary>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <param name="response">The answer, whole.</param>
    /// <param name="module">The module that answered.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What it holds.</returns>
    /// <exception cref="NeighbourUnavailableException">It is a failure, or nonsense.</exception>
    public static async Task<T> ReadAsync<T>(this HttpResponseMessage response, string module, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode) throw new NeighbourUnavailableException(module, null, $"it failed with {(int)response.StatusCode}");
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(Strict, cancellationToken) ?? throw new JsonException("The answer is null.");
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException or FormatException)
        {
            throw new NeighbourUnavailableException(module, problem, $"its answer is not what its contract says: {problem.Message}");
        }
    }

    /// <summary>Reads a list while it comes, in constant memory.</summary>
    /// <typeparam name="T">An item.</typeparam>
    /// <param name="client">Speaks to the module.</param>
    /// <param name="address">The address of the list.</param>
    /// <param name="module">The module that answers.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The items as they come.</returns>
    /// <exception cref="NeighbourUnavailableException">It fails, falls silent for 10 s, or turns into nonsense.</exception>
    public static async IAsyncEnumerable<T> ListAsync<T>(
        this HttpClient client, string address, string module, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Options.Set(RemoteRequests.IsStreamed, true);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!response.IsSuccessStatusCode) throw new NeighbourUnavailableException(module, null, $"it failed with {(int)response.StatusCode}");
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using var items = ItemsAsync<T>(body, silence.Token).GetAsyncEnumerator(silence.Token);
        while (await NextAsync(items, silence, module, cancellationToken)) yield return items.Current!;
    }

    private static async IAsyncEnumerable<T?> ItemsAsync<T>(Stream body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var json = PipeReader.Create(body);
        // The serializer takes a null for an empty list, and nothing is not the same as no answer.
        var start = await json.ReadAsync(cancellationToken);
        if (!start.Buffer.FirstSpan.TrimStart(" \t\r\n"u8).StartsWith("["u8)) throw new JsonException("The answer is no list.");
        json.AdvanceTo(start.Buffer.Start);
        await foreach (var item in JsonSerializer.DeserializeAsyncEnumerable<T>(json, Strict, cancellationToken)) yield return item;
    }

    private static async Task<bool> NextAsync<T>(
        IAsyncEnumerator<T?> items, CancellationTokenSource silence, string module, CancellationToken cancellationToken)
    {
        silence.CancelAfter(LongestSilence);
        try
        {
            if (!await items.MoveNextAsync()) return false;
            return items.Current is not null ? true : throw new JsonException("The list holds a null.");
        }
        catch (OperationCanceledException problem) when (!cancellationToken.IsCancellationRequested)
        {
            throw new NeighbourUnavailableException(module, problem, $"its list fell silent for {LongestSilence.TotalSeconds} s");
        }
        catch (Exception problem) when (problem is JsonException or HttpRequestException or IOException)
        {
            throw new NeighbourUnavailableException(module, problem, $"its list broke off: {problem.Message}");
        }
    }
}
