using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Thoughts.Contracts;

/// <summary>The contract with each call measured, wherever the module runs.</summary>
/// <param name="inner">The module, or its HTTP client.</param>
/// <param name="meter">The meter of this contract in this host.</param>
#pragma warning disable CS1591 // What the members do, the contract says.
public sealed class MeteredThoughts(IThoughts inner, ContractMeter meter) : IThoughts
{
    public Task<PostThoughtResult> PostAsync(PostThought command, CancellationToken cancellationToken) =>
        meter.MeasureAsync(() => inner.PostAsync(command, cancellationToken));

    public Task<Thought?> FindAsync(long id, CancellationToken cancellationToken) =>
        meter.MeasureAsync(() => inner.FindAsync(id, cancellationToken));

    public IAsyncEnumerable<Thought> ListAsync(ListThoughts query, CancellationToken cancellationToken) =>
        meter.MeasureAsync(inner.ListAsync(query, cancellationToken), cancellationToken: cancellationToken);

    public Task<ThoughtPage> PageAsync(ListThoughts query, CancellationToken cancellationToken) =>
        meter.MeasureAsync(() => inner.PageAsync(query, cancellationToken));

    public Task<DeleteThoughtResult> DeleteAsync(DeleteThought command, CancellationToken cancellationToken) =>
        meter.MeasureAsync(() => inner.DeleteAsync(command, cancellationToken));

    public Task<FeedChanges<ThoughtChange>> ChangesAsync(ReadChanges query, CancellationToken cancellationToken) =>
        meter.MeasureAsync(() => inner.ChangesAsync(query, cancellationToken));

    public Task<ThoughtChange?> ChangeOfAsync(long id, CancellationToken cancellationToken) =>
        meter.MeasureAsync(() => inner.ChangeOfAsync(id, cancellationToken));

    public Task<IReadOnlyList<string>> WaitUntilPassedAsync(FeedCursor position, TimeSpan wait, CancellationToken cancellationToken) =>
        meter.MeasureAsync(() => inner.WaitUntilPassedAsync(position, wait, cancellationToken));

    public Task<FeedStatus> FeedStatusAsync(CancellationToken cancellationToken) =>
        meter.MeasureAsync(() => inner.FeedStatusAsync(cancellationToken));
}
