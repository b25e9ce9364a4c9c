using System.Net;
using System.Net.Http.Json;
using MyThoughts.Benchmarks.Core;
using MyThoughts.Benchmarks.Data;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Benchmarks.Pages;

/// <summary>A page under load while many people log in, all at once.</summary>
/// <param name="Monolith">Where.</param>
/// <param name="Page">The page that others read meanwhile.</param>
internal sealed record LoginStorm(HostProcess Monolith, WrkLoad Page) : ILoad
{
    public const int Logins = 200;

    public async Task<LoadResult> RunAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = Monolith.Addresses.Public, Timeout = TimeSpan.FromMinutes(2) };
        var storm = Task.WhenAll(Enumerable.Range(0, Logins).Select(_ => LogInAsync(client, cancellationToken)));
        var page = await Page.RunAsync(time, cancellationToken);
        var wrong = (await storm).Where(status => status is not (HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable)).ToList();
        // The queue for passwords is bounded, and who finds it full is told to come back: that is right, and nothing else is.
        return wrong is [] ? page : page with { Failures = page.Failures + wrong.Count, FirstFailure = $"a login was answered with {(int)wrong[0]}" };
    }

    private static async Task<HttpStatusCode> LogInAsync(HttpClient client, CancellationToken cancellationToken)
    {
        using var answer = await client.PostAsJsonAsync("api/login/", new { username = Reader.Username, password = Reader.Password }, cancellationToken);
        return answer.StatusCode;
    }
}
