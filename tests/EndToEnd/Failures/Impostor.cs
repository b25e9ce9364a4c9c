using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MyThoughts.Support.Hosts;

namespace MyThoughts.EndToEnd.Tests.Failures;

/// <summary>Listens where a host expects its neighbours, below a folder for each, and does what a test wants.</summary>
internal sealed class Impostor : IAsyncDisposable
{
    private static readonly HttpClient Network = new();
    private readonly WebApplication app;

    private Impostor(WebApplication app) => this.app = app;

    /// <summary>What it does with a request for a module.</summary>
    public Func<HttpContext, string, Task> Behaviour { get; set; } = SilentAsync;

    public static async Task<Impostor> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var impostor = new Impostor(builder.Build());
        impostor.app.Urls.Add("http://127.0.0.1:0");
        impostor.app.Map("/{module}/{**path}", (HttpContext context, string module) => impostor.Behaviour(context, module));
        await impostor.app.StartAsync();
        return impostor;
    }

    public string AddressOf(string module) => $"{app.Urls.Single()}/{module}";

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    public static Task SilentAsync(HttpContext context, string module) => Task.Delay(Timeout.Infinite, context.RequestAborted);

    /// <summary>The right headers, and then not what the contract says.</summary>
    public static Func<HttpContext, string, Task> Garbage(string body, string type = "application/json") => (context, module) =>
    {
        context.Response.Headers["X-Module"] = module;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    };

    /// <summary>Some other host of ours, whose answers are in order and not the module's.</summary>
    public static Func<HttpContext, string, Task> SomebodyElse(HostProcess host) => (context, module) => ForwardAsync(context, module, host, body => body);

    /// <summary>The module itself in a version to come, which says more than this one knows.</summary>
    public static Func<HttpContext, string, Task> NewerVersion(Func<string, HostProcess> service) => (context, module) => ForwardAsync(context, module, service(module), AddFields);

    private static async Task ForwardAsync(HttpContext context, string module, HostProcess host, Func<string, string> change)
    {
        var path = context.Request.Path.Value![$"/{module}/".Length..];
        using var request = new HttpRequestMessage(new(context.Request.Method), new Uri(host.Addresses.Internal, path + context.Request.QueryString));
        if (context.Request.ContentType is { } type)
        {
            request.Content = new StreamContent(context.Request.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }
        using var answer = await Network.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        if (answer.Headers.TryGetValues("X-Module", out var names)) context.Response.Headers["X-Module"] = names.ToArray();
        await context.Response.WriteAsync(change(await answer.Content.ReadAsStringAsync(context.RequestAborted)), context.RequestAborted);
    }

    private static string AddFields(string body) => body.Length == 0 || JsonNode.Parse(body) is not { } json ? body : AddFields(json).ToJsonString();

    private static JsonNode AddFields(JsonNode json)
    {
        // Errors by field are a dictionary: there one more would be one more error.
        var within = json switch { JsonObject one => one.Where(field => field.Key != "errors").Select(field => field.Value), JsonArray many => many, _ => [] };
        foreach (var node in within.OfType<JsonNode>().ToList()) AddFields(node);
        if (json is JsonObject fields) fields["mood"] = new JsonObject { ["since"] = new JsonArray(1, "two", null) };
        return json;
    }
}
