using System.Collections.Concurrent;
using System.Diagnostics;
using MyThoughts.EndToEnd.Tests.Visiting;
using MyThoughts.Support;

namespace MyThoughts.EndToEnd.Tests.Traffic;

/// <summary>A crash of a service, with readers on it. Alone, because it takes the service away from the other tests.</summary>
[NonParallelizable, Category(Claim.Category), Category("crash")]
internal sealed class KilledServiceTests
{
    private static readonly TimeSpan LongestReturn = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    [TestCase("search", "/api/search/?q=a"), TestCase("thoughts", "/api/thoughts/1/")]
    public async Task No_reader_notices_a_service_that_dies_and_it_gets_its_readers_back(string module, string path)
    {
        var answers = new ConcurrentQueue<Answer>();
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => ReadAsync(path, answers, stop.Token)).ToList();
        await Eventually.HoldsAsync(() => answers.Count(answer => answer.ServedBy == $"service:{module}") >= 100, "readers are on the service", LongestWait);

        await TheSystem.Service(module).KillAsync();
        var killed = answers.Count;
        await Eventually.HoldsAsync(() => answers.Skip(killed).Count(answer => answer.ServedBy == "monolith") >= 200, "the monolith answers instead", LongestWait);
        await TheSystem.Running.StartAgainAsync(module);
        var ready = Stopwatch.StartNew();
        var returned = answers.Count;
        await Eventually.HoldsAsync(() => answers.Skip(returned).Any(answer => answer.ServedBy == $"service:{module}"), "the service has its readers back", LongestWait);
        ready.Elapsed.Should().BeLessThan(LongestReturn);
        await stop.CancelAsync();
        await Task.WhenAll(readers);

        answers.Where(answer => answer.Status >= 500).Select(answer => (answer.Status, answer.ServedBy, answer.Text)).Should().BeEmpty("of {0} requests none may fail", answers.Count);
        Claim.Holds($"Killing the {module} service fails no GET", $"0 of {answers.Count} requests failed, back {ready.ElapsedMilliseconds} ms after it was ready");
    }

    private static async Task ReadAsync(string path, ConcurrentQueue<Answer> answers, CancellationToken stop)
    {
        var reader = new Visitor(_ => TheSystem.Gateway(100).Addresses.Public);
        while (!stop.IsCancellationRequested) answers.Enqueue(await reader.GetAsync(path));
    }
}
