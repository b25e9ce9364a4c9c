using System.Diagnostics;
using MyThoughts.Support;

namespace MyThoughts.EndToEnd.Tests.Traffic;

/// <summary>A crash of a service, with readers on it. Alone, because it takes the service away from the other tests.</summary>
[NonParallelizable, Category(Claim.Category), Category("crash")]
internal sealed class KilledServiceTests
{
    private const int People = 4;
    private static readonly TimeSpan LongestReturn = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    [TestCase("search", "/api/search/?q=a"), TestCase("thoughts", "/api/thoughts/1/")]
    public async Task No_reader_notices_a_service_that_dies_and_it_gets_its_readers_back(string module, string path)
    {
        var service = $"service:{module}";
        using var readers = new Readers(TheSystem.Gateway(100).Addresses.Public);
        using var stop = new CancellationTokenSource();
        var reading = Enumerable.Range(0, People).Select(_ => readers.ReadAsync([path], stop.Token)).ToList();
        await Eventually.HoldsAsync(() => readers.Sides.Count(side => side == service) >= 100, "readers are on the service", LongestWait);

        await TheSystem.Service(module).KillAsync();
        var killed = readers.Sides.Count;
        await Eventually.HoldsAsync(() => readers.Sides.Skip(killed).Count(side => side == "monolith") >= 200, "the monolith answers instead", LongestWait);
        await TheSystem.Running.StartAgainAsync(module);
        var ready = Stopwatch.StartNew();
        var returned = readers.Sides.Count;
        await Eventually.HoldsAsync(() => readers.Sides.Skip(returned).Any(side => side == service), "the service has its readers back", LongestWait);
        ready.Elapsed.Should().BeLessThan(LongestReturn);
        await stop.CancelAsync();
        await Task.WhenAll(reading);

        readers.Failed.Should().BeEmpty("of {0} requests none may fail before its answer has begun", readers.Count);
        readers.Truncated.Should().BeLessThanOrEqualTo(People, "each reader had one answer under way when the service died");
        Claim.Holds(
            $"Killing the {module} service fails no GET",
            $"0 of {readers.Count} requests failed, {readers.Truncated} truncated, back {ready.ElapsedMilliseconds} ms after it was ready");
    }
}
