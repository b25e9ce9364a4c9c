using System.Diagnostics;
using MyThoughts.Support;

namespace MyThoughts.Rehearsal;

/// <summary>People who read and write through the gateway until they are told to stop.</summary>
internal sealed class Load : IAsyncDisposable
{
    private readonly Lock counting = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Ledger ledger;
    private readonly List<Person> people = [];
    private Task running = Task.CompletedTask;
    private List<TimeSpan> times = [];
    private List<string> failures = [];

    private Load(string administrator) => ledger = new(administrator);

    public static async Task<Load> StartAsync(SystemUnderTest system, GatewayUnderTest gateway, int people)
    {
        var load = new Load(system.Database.Administrator);
        for (var number = 0; number < people; number++)
            load.people.Add(await Person.SignUpAsync(system.Monolith.Addresses.Internal, gateway.Host.Addresses.Public, number, load.ledger, load.NoteAsync));
        load.running = Task.WhenAll(load.people.Select(person => Task.Run(() => person.LiveAsync(load.stop.Token))));
        return load;
    }

    public void BeginStep()
    {
        lock (counting) (times, failures) = ([], []);
    }

    public (int Requests, IReadOnlyList<string> Failures, TimeSpan P99) EndStep()
    {
        lock (counting)
        {
            var sorted = times.Order().ToList();
            return (sorted.Count, failures, sorted.Count == 0 ? TimeSpan.Zero : sorted[(int)(sorted.Count * 0.99)]);
        }
    }

    public async Task<LedgerResult> StopAsync()
    {
        await stop.CancelAsync();
        await running;
        return await ledger.CompareAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        people.ForEach(person => person.Dispose());
        stop.Dispose();
    }

    // A person tells the problem with an answer, or null when it was as it should be.
    private async Task<string?> NoteAsync(Func<Task<string?>> request)
    {
        var start = Stopwatch.GetTimestamp();
        string? failure;
        try
        {
            failure = await request();
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException)
        {
            failure = problem.Message;
        }
        lock (counting)
        {
            times.Add(Stopwatch.GetElapsedTime(start));
            if (failure is not null) failures.Add(failure);
        }
        return failure;
    }
}
