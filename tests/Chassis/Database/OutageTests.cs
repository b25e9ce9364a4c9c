using MyThoughts.Support;

namespace MyThoughts.Chassis.Tests.Database;

public sealed class OutageTests
{
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(5);

    [Test]
    public async Task A_host_waits_for_PostgreSQL_and_recovers_by_itself_when_it_was_away()
    {
        await using var cluster = await TestCluster.StartNewAsync();
        await using var database = await TestDatabase.CreateAsync(cluster, TestHost.Module);
        await cluster.StopAsync();

        await using var host = await TestHost.StartAsync(database, "Production");
        await AssertAwayAsync(host);
        await cluster.StartAsync();
        (await host.UntilAsync("/count", 200)).Should().BeLessThan(Promise);

        for (var round = 0; round < 2; round++)
        {
            await UseManyConnectionsAsync(host);
            await cluster.StopAsync();
            await AssertAwayAsync(host);
            await cluster.StartAsync();
            (await host.UntilAsync("/health/ready", 200)).Should().BeLessThan(Promise);
            // Once ready it is ready: no request meets a connection of the server that is gone.
            (await UseManyConnectionsAsync(host)).Should().OnlyContain(status => status == 200);
        }
    }

    private static async Task AssertAwayAsync(TestHost host)
    {
        using var response = await host.GetAsync("/count");
        ((int)response.StatusCode).Should().Be(503);
        response.Headers.RetryAfter!.Delta.Should().BePositive();
        (await host.UntilAsync("/health/ready", 503)).Should().BeLessThan(Promise);
        using var live = await host.GetAsync("/health/live");
        ((int)live.StatusCode).Should().Be(200);
    }

    private static Task<int[]> UseManyConnectionsAsync(TestHost host) => Task.WhenAll(Enumerable.Range(0, 15).Select(async _ =>
    {
        using var response = await host.GetAsync("/count");
        return (int)response.StatusCode;
    }));
}
