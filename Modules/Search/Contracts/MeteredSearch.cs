using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Search.Contracts;

/// <summary>The contract with each call measured, wherever the module runs.</summary>
/// <param name="inner">The module, or its HTTP client.</param>
/// <param name="meter">The meter of this contract in this host.</param>
#pragma warning disable CS1591 // What the members do, the contract says.
public sealed class MeteredSearch(ISearch inner, ContractMeter meter) : ISearch
{
    public Task<SearchResult> SearchAsync(SearchThoughts query, CancellationToken cancellationToken) =>
        meter.MeasureAsync(() => inner.SearchAsync(query, cancellationToken));
}
