using System.Reflection;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Map;

namespace MyThoughts.Boundaries.Tests;

/// <summary>The contract of each module of the map, found by its name: <c>ISearch</c> in <c>MyThoughts.Search.Contracts</c>.</summary>
internal static class Contracts
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Type> All => ModuleMap.Load().Modules.Select(module => Of(module.Folder));

    /// <summary>The contract of one module.</summary>
    public static Type Of(string folder)
    {
        var name = $"MyThoughts.{folder}.Contracts";
        return Assembly.Load(name).GetType($"{name}.I{folder}") ?? throw new InvalidOperationException($"{name} has no interface I{folder}, which would be the contract of {folder}.");
    }

    /// <summary>Its members, those of the interfaces that it extends among them.</summary>
    public static IEnumerable<MethodInfo> Members(Type contract) => new[] { contract }.Concat(contract.GetInterfaces()).SelectMany(type => type.GetMethods());

    /// <summary>The contract with each call measured, around an implementation.</summary>
    public static object Metered(Type contract, object inner, ContractMeter meter)
    {
        var name = $"{contract.Namespace}.Metered{contract.Name[1..]}";
        var type = contract.Assembly.GetType(name) ?? throw new InvalidOperationException($"There is no {name}, which would measure the calls of {contract.Name}.");
        return Activator.CreateInstance(type, inner, meter)!;
    }
}
