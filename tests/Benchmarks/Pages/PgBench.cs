using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using MyThoughts.Benchmarks.Core;
using MyThoughts.Support;
using Npgsql;

namespace MyThoughts.Benchmarks.Pages;

/// <summary>Runs a statement with <c>pgbench</c>, prepared, over as many connections as a module has: the database's own limit.</summary>
internal sealed partial record PgBench(string ConnectionString, string Sql) : ILoad
{
    private const int Connections = 20;   // the module's pool

    public async Task<LoadResult> RunAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var program = PostgresPrograms.Find("pgbench") ?? throw new VoidException("pgbench is not among PostgreSQL's programs: the page is compared with it.");
        await using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("page.sql"), Sql + ";\n", cancellationToken);
        return Read(await Programs.RunAsync(StartInfo(program, folder, time), cancellationToken));
    }

    private ProcessStartInfo StartInfo(string program, TemporaryFolder folder, TimeSpan time)
    {
        var login = new NpgsqlConnectionStringBuilder(ConnectionString);
        return new(program,
        [
            "--no-vacuum", "--protocol", "prepared", "--client", $"{Connections}", "--jobs", "1", "--time", $"{time.TotalSeconds:0}", "--file", folder.File("page.sql"),
            "--host", login.Host!, "--port", $"{login.Port}", "--username", login.Username!, login.Database!,
        ]) { Environment = { ["PGPASSWORD"] = login.Password }, WorkingDirectory = folder.Path };
    }

    internal static LoadResult Read(string output)
    {
        var (processed, rate, failed) = (Processed().Match(output), Rate().Match(output), Failed().Match(output));
        if (!processed.Success || !rate.Success) throw new VoidException($"pgbench gave no figures. It wrote: {output.Trim()}");
        var count = Number(processed);
        // Its log of latencies says 0 for half of them: one thread that is never idle looks at the clock less often than it works.
        return new((long)count, count / Number(rate), double.NaN, double.NaN, failed.Success ? (long)Number(failed) : 0)
        {
            FirstFailure = "a transaction failed",
        };

        static double Number(Match match) => double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"number of transactions actually processed: (?<value>\d+)")]
    private static partial Regex Processed();

    [GeneratedRegex(@"tps = (?<value>[\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"number of failed transactions: (?<value>\d+)")]
    private static partial Regex Failed();
}
