using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Map;
using MyThoughts.Chassis.Pages;

namespace MyThoughts.MicroBenchmarks;

/// <summary>What showing a thought costs with all that Razor adds: the partial <c>_ThoughtCards</c> through the framework, into nothing.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class ThoughtPartialBenchmarks : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly IView partial;
    private readonly ThoughtCard[] plain = [Card(Sentences.Plain)];
    private readonly ThoughtCard[] page = [.. Enumerable.Repeat(Card(Sentences.Plain), 20)];
    private readonly ThoughtCard[] linked = [Card(Sentences.Linked) with { People = Sentences.People }];

    /// <summary>The framework with the chassis' pages, and nobody who listens.</summary>
    public ThoughtPartialBenchmarks()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddRazorPages().AddApplicationPart(typeof(ModuleMap).Assembly);
        app = builder.Build();
        partial = app.Services.GetRequiredService<IRazorViewEngine>().GetView(null, "/Pages/Shared/_ThoughtCards.cshtml", isMainPage: false).View!;
    }

    /// <summary>A thought of words alone.</summary>
    /// <returns>When it is written.</returns>
    [Benchmark]
    public Task Plain() => RenderAsync(plain);

    /// <summary>A page of them.</summary>
    /// <returns>When it is written.</returns>
    [Benchmark]
    public Task Page() => RenderAsync(page);

    /// <summary>A thought with links.</summary>
    /// <returns>When it is written.</returns>
    [Benchmark]
    public Task Links() => RenderAsync(linked);

    /// <inheritdoc />
    [GlobalCleanup]
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task RenderAsync(ThoughtCard[] cards)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var action = new ActionContext(new DefaultHttpContext { RequestServices = scope.ServiceProvider }, new RouteData(), new());
        var data = new ViewDataDictionary<IReadOnlyList<ThoughtCard>>(new EmptyModelMetadataProvider(), action.ModelState) { Model = cards };
        await partial.RenderAsync(new ViewContext(action, partial, data, NoTempData.Instance, TextWriter.Null, new()));
    }

    private static ThoughtCard Card(string text) => new(17, "bruce", text, DateTime.UtcNow.AddMinutes(-5));

    private sealed class NoTempData : Dictionary<string, object?>, ITempDataDictionary
    {
        public static readonly NoTempData Instance = [];

        public void Keep()
        {
        }

        public void Keep(string key)
        {
        }

        public void Load()
        {
        }

        public object? Peek(string key) => null;

        public void Save()
        {
        }
    }
}
