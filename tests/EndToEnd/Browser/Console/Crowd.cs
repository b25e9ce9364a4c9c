namespace MyThoughts.EndToEnd.Tests.Browser.Console;

/// <summary>People who come and go, so that there is something to see on the charts. For pictures alone.</summary>
internal static class Crowd
{
    private static readonly string[] Paths =
        ["/search?search=the", "/search?search=a", "/search", "/api/search/?q=the", "/@stephen/", "/@bruce/", "/login/", "/api/thoughts/?limit=5", "/search?search=platypus"];

    public static async Task VisitAsync(Uri address, TimeSpan length)
    {
        var until = DateTime.UtcNow + length;
        await Task.WhenAll(Enumerable.Range(1, 6).Select(person => VisitAsync(address, person, until)));
    }

    private static async Task VisitAsync(Uri address, int person, DateTime until)
    {
        // The same crowd each time.
        var chance = new Random(person);
        for (var minute = 0.0; DateTime.UtcNow < until; minute = (DateTime.UtcNow.Ticks / (double)TimeSpan.TicksPerMinute) % 1_000)
        {
            using var client = new HttpClient { BaseAddress = address };
            for (var request = 0; request < 40 && DateTime.UtcNow < until; request++)
            {
                using var answer = await client.GetAsync(new Uri(Paths[chance.Next(Paths.Length)], UriKind.Relative));
                var perSecond = 1.5 + Math.Sin(minute / 2 + person) + chance.NextDouble();
                await Task.Delay(TimeSpan.FromSeconds(1 / Math.Max(0.4, perSecond)));
            }
        }
    }
}
