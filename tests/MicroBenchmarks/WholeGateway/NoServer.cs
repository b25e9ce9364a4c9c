using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace MyThoughts.MicroBenchmarks.WholeGateway;

/// <summary>Takes Kestrel's place: nothing listens, and requests are handed over.</summary>
internal sealed class NoServer : IServer
{
    private Func<IFeatureCollection, Task> serve = _ => throw new InvalidOperationException("Nobody has started the host.");

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public Task ServeAsync(IFeatureCollection request) => serve(request);

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull
    {
        serve = async request =>
        {
            var context = application.CreateContext(request);
            await application.ProcessRequestAsync(context);
            await request.GetRequiredFeature<IHttpResponseBodyFeature>().CompleteAsync();
            application.DisposeContext(context, exception: null);
        };
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }
}
