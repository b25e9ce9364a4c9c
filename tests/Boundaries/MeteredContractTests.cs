using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Boundaries.Tests;

/// <summary>No member of a contract goes unmeasured: what a split would cost is read from it.</summary>
internal sealed class MeteredContractTests
{
    [TestCaseSource(typeof(Contracts), nameof(Contracts.All))]
    public async Task Each_member_of_a_contract_is_measured_under_its_name(Type contract)
    {
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meter = new ContractMeter(services.GetRequiredService<IMeterFactory>(), "any", HostingMode.Remote);
        var metered = Contracts.Metered(contract, DispatchProxy.Create(contract, typeof(BrokenModule)), meter);
        foreach (var member in Contracts.Members(contract)) (await MeasuredAsync(metered, member)).Should().Equal(member.Name);
    }

    private static async Task<List<string>> MeasuredAsync(object metered, MethodInfo member)
    {
        var members = new List<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, all) => { if (instrument.Meter.Name == ContractMeter.Name) all.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            foreach (var tag in tags) if (tag.Key == "member") members.Add((string)tag.Value!);
        });
        listener.Start();
        var arguments = member.GetParameters().Select(parameter => parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null).ToArray();
        var call = async () =>
        {
            var result = member.Invoke(metered, arguments)!;
            if (Lists.ItemOf(member.ReturnType) is { } item) await Lists.ReadAsync(item, result);
            else await (Task)result;
        };
        await call.Should().ThrowAsync<InvalidOperationException>("the module is broken, and its errors are counted too");
        return members;
    }
}
