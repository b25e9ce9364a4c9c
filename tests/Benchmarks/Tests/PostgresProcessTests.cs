using System.Diagnostics;
using MyThoughts.Benchmarks.Data;
using MyThoughts.Support;

namespace MyThoughts.Benchmarks.Tests;

public sealed class PostgresProcessTests
{
    // A backend ends at some moment after its connection, so one look would say little.
    private const int Looks = 20;

    [Test]
    public async Task The_servers_process_is_found_however_soon_the_backend_ends_that_named_it()
    {
        await using var cluster = await TestCluster.StartNewAsync();
        var database = TestDatabase.Kept(cluster, "postgres");

        for (var look = 0; look < Looks; look++)
        {
            using var process = Process.GetProcessById(await PostgresProcess.OfAsync(database, CancellationToken.None));
            process.ProcessName.Should().Be("postgres");
        }
    }
}
