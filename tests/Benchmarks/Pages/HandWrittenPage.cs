using System.Text.RegularExpressions;
using MyThoughts.Benchmarks.Core;
using MyThoughts.Benchmarks.Data;
using MyThoughts.Support.Hosts;
using Npgsql;

namespace MyThoughts.Benchmarks.Pages;

/// <summary>The search page written by hand, started with the page's own SELECT and one of its answers, and held against it.</summary>
internal static partial class HandWrittenPage
{
    private const string SelectOfSearch = """
        SELECT query FROM pg_stat_activity WHERE usename = 'search' AND query LIKE 'SELECT id, username, text, posted_at%ILIKE%' LIMIT 1
        """;

    public const string Path = $"/search?search={Reader.Word}";

    /// <exception cref="VoidException">It does not answer with the same bytes.</exception>
    public static async Task<HostProcess> StartAsync(Workbench bench, SizedMonolith monolith, TemporaryFolder folder, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(folder.File("page.html"), await AnswerAsync(monolith.Host, monolith.Reader, cancellationToken), cancellationToken);
        await File.WriteAllTextAsync(folder.File("select.sql"), await SelectAsync(monolith, cancellationToken), cancellationToken);
        var page = await Launch.PeerAsync(bench, "HandWritten", new Dictionary<string, string>
        {
            ["Database"] = monolith.Data.Database.ConnectionString("search"),
            ["Sql"] = folder.File("select.sql"),
            ["Page"] = folder.File("page.html"),
            ["Word"] = Reader.Word,
            ["Keys"] = new Uri(monolith.Host.Addresses.Public, ".well-known/jwks.json").ToString(),
        }, cancellationToken);
        // Twice: a minute may have passed between the two answers, and they tell the time.
        if (await DifferenceAsync(monolith, page, cancellationToken) is not null && await DifferenceAsync(monolith, page, cancellationToken) is { } difference)
        {
            await page.DisposeAsync();
            throw new VoidException($"the search page and the one written by hand differ: {difference}");
        }
        return page;
    }

    // Only while it runs is it what its connection did last: afterwards comes the COMMIT.
    private static async Task<string> SelectAsync(SizedMonolith monolith, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(monolith.Data.Database.Administrator);
        var load = monolith.Page(Path, "<mark>").RunAsync(TimeSpan.FromSeconds(2), cancellationToken);
        var seen = default(string);
        for (; seen is null && !load.IsCompleted; await Task.Delay(5, cancellationToken))
        {
            await using var look = source.CreateCommand(SelectOfSearch);
            seen = await look.ExecuteScalarAsync(cancellationToken) as string;
        }
        await load;
        return seen ?? throw new VoidException("the search page's SELECT is not to be seen in pg_stat_activity.");
    }

    private static async Task<string?> DifferenceAsync(SizedMonolith monolith, HostProcess page, CancellationToken cancellationToken)
    {
        var (theirs, ours) = (await AnswerAsync(monolith.Host, monolith.Reader, cancellationToken), await AnswerAsync(page, monolith.Reader, cancellationToken));
        (theirs, ours) = (Forgery().Replace(theirs, "value=\"\""), Forgery().Replace(ours, "value=\"\""));
        if (theirs == ours) return null;
        var at = theirs.Zip(ours).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"at {at}: '{Around(theirs, at)}' and '{Around(ours, at)}'";

        static string Around(string text, int at) => text[Math.Max(0, Math.Min(text.Length, at) - 20)..Math.Min(text.Length, at + 60)].ReplaceLineEndings(" ");
    }

    private static async Task<string> AnswerAsync(HostProcess host, Reader reader, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Addresses.Public, Path)) { Headers = { { "Cookie", reader.Cookie } } };
        using var answer = await client.SendAsync(request, cancellationToken);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken);
    }

    // The token against forgery is new in every answer of the monolith, and as long as any other.
    [GeneratedRegex("(?<=name=\"antiforgery\"[^>]*)value=\"[^\"]*\"")]
    private static partial Regex Forgery();
}
