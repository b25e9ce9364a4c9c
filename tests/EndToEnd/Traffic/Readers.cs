using System.Collections.Concurrent;

namespace MyThoughts.EndToEnd.Tests.Traffic;

/// <summary>People who read on and on through a gateway, a new visitor each time, and what became of their requests.</summary>
internal sealed class Readers(Uri gateway) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = gateway };
    private int truncated;

    /// <summary>The side of each answer that came whole.</summary>
    public ConcurrentQueue<string?> Sides { get; } = new();

    /// <summary>What went wrong before an answer had begun, or was said to have gone wrong.</summary>
    public ConcurrentQueue<string> Failed { get; } = new();

    /// <summary>Answers that broke off after they had begun: nobody can take those back.</summary>
    public int Truncated => Volatile.Read(ref truncated);

    public int Count => Sides.Count + Failed.Count + Truncated;

    /// <summary>One of them, who asks for one path after the other, each when the answer before has come.</summary>
    public async Task ReadAsync(IReadOnlyList<string> paths, CancellationToken stop)
    {
        for (var number = 0; !stop.IsCancellationRequested; number++) await ReadAsync(paths[number % paths.Count]);
    }

    public void Dispose() => client.Dispose();

    private async Task ReadAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Cookie", $"visitor={Guid.CreateVersion7()}" } } };
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, CancellationToken.None);
            await TakeAsync(path, response);
        }
        catch (HttpRequestException problem)
        {
            Failed.Enqueue($"{path}: {problem.Message}");
        }
    }

    private async Task TakeAsync(string path, HttpResponseMessage response)
    {
        var side = response.Headers.TryGetValues("X-Served-By", out var sides) ? sides.Single() : null;
        try
        {
            var text = await response.Content.ReadAsStringAsync(CancellationToken.None);
            if ((int)response.StatusCode >= 500) Failed.Enqueue($"{path}: {(int)response.StatusCode} from {side}: {text}");
            else Sides.Enqueue(side);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            Interlocked.Increment(ref truncated);
        }
    }
}
