using MyThoughts.Benchmarks.Core;
using MyThoughts.Benchmarks.Data;

namespace MyThoughts.Benchmarks.Pages;

/// <summary>What a page costs: against the database that its rows come from, and while others log in.</summary>
internal static class PagesPart
{
    private const int FewConnections = 4;

    private static readonly Target AgainstPgBench = new("thoughts page (20 of 1 million, logged in), requests/s against pgbench running its SELECT", 0.25, 0.40);
    private static readonly Target ByHand = new("search page, requests/s against one written by hand with its query, its login check and its bytes", 0.70, 0.85);
    private static readonly Target Storm = new("other pages' p99 while 200 log in at once, against without", 3, 1.5);

    public static async Task<PartResult> RunAsync(Workbench bench, CancellationToken cancellationToken)
    {
        await using var scope = new Scope();
        var monolith = scope.Add(await SizedMonolith.StartAsync(bench, bench.Pace.Size(SizedData.Medium), cancellationToken));
        var select = await PageStatement.ReadAsync(monolith, cancellationToken);
        var page = monolith.Arm("thoughts page", monolith.Page("/thoughts/", Reader.Word));
        var database = new Arm("pgbench, its SELECT", new PgBench(monolith.Data.Database.ConnectionString("thoughts"), select), monolith.Postgres);
        var rounds = await Rounds.RunAsync([page, database], bench.Pace, cancellationToken);

        var written = scope.Add(await HandWrittenPage.StartAsync(bench, monolith, scope.Add(new TemporaryFolder()), cancellationToken));
        var search = monolith.Page(HandWrittenPage.Path, "<mark>");
        var razor = monolith.Arm("search page", search);
        var byHand = new Arm("search page, written by hand", search with { Address = new(written.Addresses.Public, HandWrittenPage.Path) }, written.Id, monolith.Postgres);
        var searches = await Rounds.RunAsync([razor, byHand], bench.Pace, cancellationToken);

        var read = search with { Connections = FewConnections };
        var calm = monolith.Arm("search page, nobody logs in", read);
        var storm = monolith.Arm($"search page, {LoginStorm.Logins} log in at once", new LoginStorm(monolith.Host, read));
        var logins = await Rounds.RunAsync([calm, storm], bench.Pace.WithManyTurns(), cancellationToken);
        return new("pages",
            [
                rounds.Compare(AgainstPgBench, page, database, one => one.RequestsPerSecond),
                searches.Compare(ByHand, razor, byHand, one => one.RequestsPerSecond),
                logins.Compare(Storm, storm, calm, one => one.P99),
            ],
            [rounds[page], rounds[database], searches[razor], searches[byHand], logins[calm], logins[storm]],
            [
                "The thoughts page has 64 connections, pgbench 20, as many as the module's pool, with prepared statements. The search page beside the logins has 4, so that it waits for them and not for itself.",
                "The page written by hand makes no token against forgery of its own: it repeats that of one of the monolith's answers. Before the rounds both pages are compared byte for byte.",
                "A page's answer must hold what only it holds: it tells the time and carries a token against forgery, so no two are alike byte for byte.",
            ]);
    }
}
