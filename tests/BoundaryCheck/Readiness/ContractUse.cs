using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Readiness;

/// <summary>What a module, or a host, uses of another module's contracts.</summary>
/// <param name="User">The module, or the host.</param>
/// <param name="Owner">Whose contracts.</param>
/// <param name="Target">The member or the type, without its namespace.</param>
/// <param name="IsCall">Whether it is a call, which has to cross the network one day; otherwise it is data that goes along.</param>
/// <param name="Places">Where.</param>
internal sealed record ContractUse(string User, string Owner, string Target, bool IsCall, IReadOnlyList<Place> Places)
{
    public static IReadOnlyList<ContractUse> Of(Facts facts) =>
    [
        .. Uses.Across(facts).Where(reference => reference.To is { Role: ProjectRole.Contracts, Module: not null })
            .GroupBy(reference => (User: Uses.PartOf(reference.From), Owner: reference.To.Module!.Name, reference.Target))
            .Select(group => new ContractUse(group.Key.User, group.Key.Owner, Short(group.First()), IsCallOf(group.First()), [.. group.Select(reference => reference.Place).Distinct().Order()]))
            .OrderBy(use => use.Owner, StringComparer.Ordinal).ThenBy(use => use.User, StringComparer.Ordinal).ThenBy(use => use.Target, StringComparer.Ordinal),
    ];

    // By the naming that every analyzer of C# asks for, an interface begins with an I and another capital.
    private static bool IsCallOf(Reference reference) =>
        reference.Target.Length > reference.Type.Length && Name(reference.Type) is ['I', >= 'A' and <= 'Z', ..];

    private static string Short(Reference reference) =>
        reference.Target.StartsWith(reference.Type, StringComparison.Ordinal) ? Name(reference.Type) + reference.Target[reference.Type.Length..] : reference.Target;

    private static string Name(string type) => type[(type.Split('<')[0].LastIndexOf('.') + 1)..];
}
