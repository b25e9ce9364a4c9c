using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Diagnostics;
using MyThoughts.Gateway.Proxy;

namespace MyThoughts.Gateway.Tests.Hosts;

/// <summary>One side: a real host that answers every path with its name and remembers what it was asked.</summary>
internal sealed class Backend : IAsyncDisposable
{
    private readonly HttpProtocols protocol;
    private int probes;
    private WebApplication? app;

    private Backend(string name, HttpProtocols protocol) => (Name, this.protocol) = (name, protocol);

    public string Name { get; }
    public int Port { get; private set; }
    public string Address => $"http://127.0.0.1:{Port}";
    public bool IsReady { get; set; } = true;
    public bool IsBroken { get; set; }
    /// <summary>How often its health was asked.</summary>
    public int Probes => Volatile.Read(ref probes);
    /// <summary>The module that has left it, as its health says; null for none.</summary>
    public string? Absent { get; set; }
    public ConcurrentQueue<SeenRequest> Seen { get; } = [];
    public ConcurrentDictionary<string, string> Assets { get; } = [];
    public TaskCompletionSource Disconnected { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    public SemaphoreSlim NextChunk { get; } = new(0);

    public static async Task<Backend> StartAsync(string name, HttpProtocols protocol = HttpProtocols.Http2)
    {
        var backend = new Backend(name, protocol);
        await backend.StartAsync();
        return backend;
    }

    /// <summary>Listens again, where it listened before.</summary>
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, Port, listen => listen.Protocols = protocol));
        app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
        Port = new Uri(app.Urls.Single()).Port;
    }

    /// <summary>Goes away without a word: connections break, and new ones are refused.</summary>
    public async Task StopAsync()
    {
        if (app is null) return;
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
        app = null;
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/health/ready")
        {
            Interlocked.Increment(ref probes);
            context.Response.StatusCode = IsReady ? 200 : 503;
            if (Absent is { } module) context.Response.Headers[Health.AbsentModules] = module;
            return;
        }

        Seen.Enqueue(new(context.Request.Method, context.Request.Path.Value!, new Dictionary<string, string>(
            context.Request.Headers.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString())), StringComparer.OrdinalIgnoreCase)));
        await (context.Request.Query["do"].ToString() switch
        {
            _ when IsBroken => BreakAsync(context),
            "break" => BreakAsync(context),
            "truncate" => TruncateAsync(context),
            "hang" => HangAsync(context),
            "stream" => StreamAsync(context),
            "refuse" => RefuseAsync(context),
            _ => AnswerPlainlyAsync(context),
        });
    }

    private async Task AnswerPlainlyAsync(HttpContext context)
    {
        // As whoever takes a form does. A body that is left lying makes Kestrel reset streams when there are many of them.
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        var path = context.Request.Path.Value!;
        if (AssetPath.Is(path) && !Assets.ContainsKey(path))
        {
            context.Response.StatusCode = 404;
            context.Response.Headers["X-From"] = Name;
            await context.Response.WriteAsync($"{Name} has no {path}");
            return;
        }
        await context.Response.WriteAsync(Assets.GetValueOrDefault(path, Name));
    }

    // The request has arrived and may have had its effect; no answer comes.
    private static Task BreakAsync(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private async Task TruncateAsync(HttpContext context)
    {
        context.Response.ContentLength = 100;
        await context.Response.WriteAsync("half\n");
        await context.Response.Body.FlushAsync();
        await NextChunk.WaitAsync(context.RequestAborted);
        context.Abort();
    }

    private async Task HangAsync(HttpContext context)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            Disconnected.TrySetResult();
        }
    }

    private async Task StreamAsync(HttpContext context)
    {
        for (var chunk = 0; chunk < 3; chunk++)
        {
            await context.Response.WriteAsync($"{chunk}\n");
            await context.Response.Body.FlushAsync();
            await NextChunk.WaitAsync(context.RequestAborted);
        }
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = 503;
        context.Response.Headers.RetryAfter = "7";
        return context.Response.WriteAsync("not now");
    }
}

internal sealed record SeenRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers);
