using MyThoughts.Chassis.Hosting;

namespace MyThoughts.{{Name}}.Contracts;

/// <summary>The contract with each call measured, wherever the module runs.</summary>
/// <param name="inner">The module, or its HTTP client.</param>
/// <param name="meter">The meter of this contract in this host.</param>
#pragma warning disable CS1591 // What the members do, the contract says.
public sealed class Metered{{Name}}(I{{Name}} inner, ContractMeter meter) : I{{Name}}
{
    public Task<List{{Name}}Result> ListAsync(List{{Name}} query, CancellationToken cancellationToken) =>
        meter.MeasureAsync(() => inner.ListAsync(query, cancellationToken));
}
