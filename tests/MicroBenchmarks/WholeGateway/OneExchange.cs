using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MyThoughts.MicroBenchmarks.WholeGateway;

/// <summary>A request and the answer to it as a server has them, without a network: what is answered goes nowhere.</summary>
internal sealed class OneExchange : IHttpRequestFeature, IHttpResponseFeature, IHttpResponseBodyFeature, IHttpConnectionFeature, IHttpRequestBodyDetectionFeature, IHttpRequestLifetimeFeature
{
    private readonly List<(Func<object, Task> Act, object State)> starting = [];
    private readonly List<(Func<object, Task> Act, object State)> completed = [];
    private PipeWriter? writer;

    public string Protocol { get; set; } = "HTTP/1.1";
    public string Scheme { get; set; } = "http";
    public string Method { get; set; } = "GET";
    public string PathBase { get; set; } = "";
    public string Path { get; set; } = "/";
    public string QueryString { get; set; } = "";
    public string RawTarget { get; set; } = "/";
    public Stream Body { get; set; } = Stream.Null;
    public IHeaderDictionary Headers { get; set; } = new HeaderDictionary();
    public bool CanHaveBody => false;

    public int StatusCode { get; set; } = StatusCodes.Status200OK;
    public string? ReasonPhrase { get; set; }
    public bool HasStarted { get; private set; }
    Stream IHttpResponseFeature.Body { get; set; } = Stream.Null;
    IHeaderDictionary IHttpResponseFeature.Headers { get; set; } = new HeaderDictionary();
    public Stream Stream => Stream.Null;
    public PipeWriter Writer => writer ??= PipeWriter.Create(Stream);

    public string ConnectionId { get; set; } = "";
    public IPAddress? RemoteIpAddress { get; set; } = IPAddress.Loopback;
    public IPAddress? LocalIpAddress { get; set; } = IPAddress.Loopback;
    public int RemotePort { get; set; } = 40_000;
    public int LocalPort { get; set; }
    public CancellationToken RequestAborted { get; set; }

    public void OnStarting(Func<object, Task> callback, object state) => starting.Add((callback, state));

    public void OnCompleted(Func<object, Task> callback, object state) => completed.Add((callback, state));

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (HasStarted) return;
        HasStarted = true;
        for (var last = starting.Count - 1; last >= 0; last--) await starting[last].Act(starting[last].State);
    }

    public async Task CompleteAsync()
    {
        await StartAsync();
        foreach (var (act, state) in completed) await act(state);
    }

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public void Abort()
    {
    }

    public void DisableBuffering()
    {
    }

    public FeatureCollection AsFeatures()
    {
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(this);
        features.Set<IHttpResponseFeature>(this);
        features.Set<IHttpResponseBodyFeature>(this);
        features.Set<IHttpConnectionFeature>(this);
        features.Set<IHttpRequestBodyDetectionFeature>(this);
        features.Set<IHttpRequestLifetimeFeature>(this);
        return features;
    }
}
