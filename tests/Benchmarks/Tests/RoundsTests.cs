using MyThoughts.Benchmarks.Core;

namespace MyThoughts.Benchmarks.Tests;

public sealed class RoundsTests
{
    private static readonly Pace Pace = new(3, TimeSpan.Zero, 1, TimeSpan.FromSeconds(1), TimeSpan.Zero, IsResult: true);
    private static readonly Target Target = new("faster", 0.9, 1.2);

    [Test]
    public async Task Arms_take_turns_after_each_is_warm()
    {
        var order = new List<string>();
        var (left, right) = (Arm("A", order), Arm("B", order));

        await Rounds.RunAsync([left, right], Pace, CancellationToken.None);

        string.Concat(order).Should().Be("ABABABAB");
    }

    [Test]
    public async Task Each_round_is_compared_with_the_one_beside_it()
    {
        var (left, right) = (Arm("A", [], 10, 10, 20, 30), Arm("B", [], 10, 10, 10, 10));

        var rounds = await Rounds.RunAsync([left, right], Pace, CancellationToken.None);

        rounds.Compare(Target, left, right, one => one.RequestsPerSecond).Rounds.Should().Equal(1, 2, 3);
    }

    [Test]
    public async Task A_slow_moment_is_one_turn_of_a_round_and_the_median_leaves_it_out()
    {
        var (left, right) = (Arm("A", [], 10, 10, 10, 1), Arm("B", [], 10, 5, 5, 1));

        var rounds = await Rounds.RunAsync([left, right], Pace with { Rounds = 1, Turns = 3 }, CancellationToken.None);

        rounds.Compare(Target, left, right, one => one.RequestsPerSecond).Rounds.Should().Equal(2);
    }

    [Test]
    public async Task A_wrong_answer_rejects_an_arm_even_while_it_warms_up()
    {
        var wrong = new Arm("wrong", new CannedLoad([new(10, 1, 1, 1, 1) { FirstFailure = "status 500" }, .. Enumerable.Repeat(new LoadResult(10, 1, 1, 1, 0), 3)], []));
        var right = Arm("right", []);

        var rounds = await Rounds.RunAsync([wrong, right], Pace, CancellationToken.None);

        rounds[wrong].Rejected.Should().Contain("status 500");
        rounds[right].Rejected.Should().BeNull();
        rounds.Compare(Target, right, wrong, one => one.RequestsPerSecond).Verdict.Should().Be(Verdict.Void);
    }

    [Test]
    public async Task Silence_rejects_an_arm()
    {
        var silent = new Arm("silent", new CannedLoad([.. Enumerable.Repeat(new LoadResult(0, 1, 0, 0, 0), 4)], []));

        (await Rounds.RunAsync([silent], Pace, CancellationToken.None))[silent].Rejected.Should().Contain("no answer");
    }

    private static Arm Arm(string name, List<string> order, params long[] requests) =>
        new(name, new CannedLoad([.. (requests is [] ? [10, 10, 10, 10] : requests).Select(count => new LoadResult(count, 1, 1, 1, 0))], order) { Name = name });

    private sealed class CannedLoad(Queue<LoadResult> results, List<string> order) : ILoad
    {
        public CannedLoad(IEnumerable<LoadResult> results, List<string> order) : this(new Queue<LoadResult>(results), order)
        {
        }

        public string Name { get; init; } = "";

        public Task<LoadResult> RunAsync(TimeSpan time, CancellationToken cancellationToken)
        {
            order.Add(Name);
            return Task.FromResult(results.Dequeue());
        }
    }
}
