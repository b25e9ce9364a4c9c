using Microsoft.Playwright;
using MyThoughts.Support;

namespace MyThoughts.EndToEnd.Tests.Browser.Console;

/// <summary>A gateway of its own in front of the running hosts: its weights move under no other test's feet.</summary>
[SetUpFixture]
internal sealed class TheConsole
{
    private static readonly SemaphoreSlim Turns = new(1);
    private static GatewayUnderTest? gateway;

    public static GatewayUnderTest Gateway => gateway ?? throw new InvalidOperationException("The gateway is not running.");

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        gateway = await TheSystem.Running.StartGatewayAsync(weight: null);
        await ChangeAsync("search", 5, "Canary of the search service");
        await ChangeAsync("search", 25, "An hour at 5% without a failure");
        using var people = new HttpClient { BaseAddress = gateway.Host.Addresses.Public };
        for (var request = 0; request < 20; request++) await people.GetStringAsync(new Uri("/search", UriKind.Relative));
    }

    /// <summary>Opens a window in which an operator is logged in.</summary>
    public static async Task<Window> OpenAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = Gateway.Host.Addresses.Internal.ToString();
        var window = await TheBrowser.OpenAsync(options);
        await window.GoAsync("/admin/");
        await window.Page.GetByLabel("Your key").FillAsync(Gateway.Api.Key);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Log in" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Heading, new() { Name = "Routes" }).WaitForAsync();
        return window;
    }

    /// <summary>Waits until nobody else changes something: a change is based on what was seen, and every other one is refused.</summary>
    public static async Task<IDisposable> TakeTurnAsync()
    {
        await Turns.WaitAsync();
        return new Turn();
    }

    public static Task<long> ChangeAsync(string route, decimal weight, string reason) =>
        Gateway.Api.ChangeAsync(HttpMethod.Put, $"routes/{route}/weight", new { weight, reason, force = true });

    private sealed class Turn : IDisposable
    {
        public void Dispose() => Turns.Release();
    }
}
