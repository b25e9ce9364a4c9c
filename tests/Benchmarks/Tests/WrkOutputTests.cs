using MyThoughts.Benchmarks.Core;

namespace MyThoughts.Benchmarks.Tests;

public sealed class WrkOutputTests
{
    private const string Good = "Running 3s test @ http://127.0.0.1:1/\nbench requests=3000 microseconds=1500000 p50=1250 p99=40000 broken=0 wrong=0 second=150\n";

    [Test]
    public void The_figures_are_read()
    {
        var load = WrkOutput.Read(Good);

        load.Should().BeEquivalentTo(new { Requests = 3000L, Seconds = 1.5, P50 = 1.25, P99 = 40.0, Failures = 0L, FirstFailure = "", SecondShare = 5.0 });
    }

    [Test]
    public void Wrong_answers_and_broken_connections_are_failures_and_the_first_is_told()
    {
        var load = WrkOutput.Read("bench requests=10 microseconds=1 p50=1 p99=1 broken=2 wrong=3 second=0\nbench-first status 302, 0 bytes: \n");

        load.Failures.Should().Be(5);
        load.FirstFailure.Should().StartWith("status 302");
    }

    [TestCase("")]
    [TestCase("unable to connect to 127.0.0.1:1 Connection refused")]
    public void Output_without_figures_is_void(string output) =>
        FluentActions.Invoking(() => WrkOutput.Read(output)).Should().Throw<VoidException>().WithMessage($"*{output}*");
}
