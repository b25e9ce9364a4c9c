using System.Diagnostics;
using System.Text.Json.Nodes;
using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Traffic;
using MyThoughts.Support;

namespace MyThoughts.Gateway.Tests.Traffic;

/// <summary>What deciding costs a visitor with a cookie: bytes here, and in a proof the time too, measured by the Release build.</summary>
internal sealed class AllocationTests
{
    private const int Requests = 1_000;
    private const int BytesOfSwap = 64;
    private const int MostNanoseconds = 2_000;

    [TestCase(Mode.Ready, false), TestCase(Mode.Drain, false), TestCase(Mode.Maint, false), TestCase(Mode.Ready, true)]
    public void Deciding_allocates_nothing_whatever_the_hosts_are_in(Mode mode, bool hasLeft)
    {
        using var request = new OneRequest(mode, hasLeft);
        BytesOf(() => request.Decide(out _, out _)).Should().Be(0);
    }

    [TestCase(Mode.Ready, false), TestCase(Mode.Maint, false), TestCase(Mode.Ready, true)]
    public void Deciding_and_telling_the_proxy_takes_one_small_object(Mode mode, bool hasLeft)
    {
        using var request = new OneRequest(mode, hasLeft);
        request.DecideAndTake().Should().Be(new SplitDecision(Side.Service, Reason.Weight));
        BytesOf(() => request.DecideAndTake()).Should().BeLessThanOrEqualTo(BytesOfSwap);
    }

    [Test]
    public void What_allocates_is_noticed() => BytesOf(() => new object().GetHashCode()).Should().BePositive();

    [Test, Category(Claim.Category), Category("decision")]
    public async Task A_decision_takes_less_than_two_microseconds_and_64_bytes()
    {
        using var request = new OneRequest();
        var (decision, swap) = (BytesOf(() => request.Decide(out _, out _)), BytesOf(() => request.DecideAndTake()));
        (decision, swap).Should().Match<(double Decision, double Swap)>(bytes => bytes.Decision == 0 && bytes.Swap <= BytesOfSwap);
        Claim.Holds("Bytes for a visitor with a cookie", $"{decision} to decide, {swap} to decide and swap the route");
        if (!Claim.IsProof) return;

        foreach (var result in await BenchmarkAsync())
        {
            var (name, nanoseconds, bytes) = ($"{result!["name"]}", result["nanoseconds"]!.GetValue<double>(), result["bytes"]!.GetValue<long>());
            nanoseconds.Should().BeLessThan(MostNanoseconds, name);
            bytes.Should().BeLessThanOrEqualTo(BytesOfSwap, name);
            Claim.Holds($"{name} in the Release build", $"{nanoseconds:0} ns, {bytes} bytes");
        }
    }

    // The least of some rounds: what the runtime does beside, such as compiling a hot method again, it does once.
    private static double BytesOf(Action act) => Enumerable.Range(0, 5).Min(_ =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var request = 0; request < Requests; request++) act();
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / Requests;
    });

    private static async Task<JsonArray> BenchmarkAsync()
    {
        var file = Path.GetTempFileName();
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", ["run", "--project", "tests/MicroBenchmarks", "--configuration", "Release", "--", "DecisionBenchmarks", "--json", file]) { WorkingDirectory = Repository.Root })!;
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0);
        var results = JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsArray();
        File.Delete(file);
        results.Should().HaveCount(3);
        return results;
    }
}
