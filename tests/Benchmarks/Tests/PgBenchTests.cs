using MyThoughts.Benchmarks.Core;
using MyThoughts.Benchmarks.Pages;

namespace MyThoughts.Benchmarks.Tests;

public sealed class PgBenchTests
{
    private const string Output = """
        number of transactions actually processed: 60000
        number of failed transactions: 0 (0.000%)
        latency average = 1.000 ms
        initial connection time = 30.0 ms
        tps = 20000.500000 (without initial connection time)
        """;

    [Test]
    public void The_figures_are_read()
    {
        var load = PgBench.Read(Output);

        (load.Requests, load.Failures).Should().Be((60_000L, 0L));
        (load.Requests / load.Seconds).Should().BeApproximately(20000.5, 0.01);
    }

    [Test]
    public void A_failed_transaction_is_a_failure() =>
        PgBench.Read(Output.Replace("transactions: 0", "transactions: 3", StringComparison.Ordinal)).Failures.Should().Be(3);

    [Test]
    public void Output_without_figures_is_void() =>
        FluentActions.Invoking(() => PgBench.Read("pgbench: error: connection failed")).Should().Throw<VoidException>().WithMessage("*connection failed*");
}
