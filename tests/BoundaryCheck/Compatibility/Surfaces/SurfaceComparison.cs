namespace MyThoughts.BoundaryCheck.Compatibility.Surfaces;

/// <summary>
/// What changed between two surfaces, and what of it breaks an older caller. Callers are of two kinds: source that is built anew against
/// the contract, and hosts of the previous version at the other end of HTTP. A contract is not shared as a file between versions of a
/// host, so an optional parameter more, which only an old binary would miss, is an addition. For the same reason is a member that an
/// interface gains: the module, its HTTP client and its decorators are shipped together with the contract, and tests that stand in for it
/// are built with it. It is breaking where an assembly of somebody else implements the interface.
/// </summary>
/// <param name="implementedElsewhere">The assembly outside the module and the tests that implements an interface; null when none does.</param>
internal sealed class SurfaceComparison(Func<string, string?> implementedElsewhere)
{
    public IReadOnlyList<Change> Compare(Surface before, Surface after)
    {
        var removed = before.Types.Where(type => after.Types.All(other => other.Name != type.Name)).ToList();
        var added = after.Types.Where(type => before.Types.All(other => other.Name != type.Name)).ToList();
        var changes = new List<Change>();
        foreach (var type in removed)
        {
            var renamed = added.Find(other => HaveSameMembers(type, other));
            if (renamed is not null) added.Remove(renamed);
            changes.Add(new(type.Name, renamed is null ? "removed" : $"renamed to {renamed.ShortName}", type.Line, $"code that names {type.ShortName} no longer compiles, and what was built against it gets TypeLoadException"));
        }
        changes.AddRange(added.Select(type => Change.Addition(type.Name, $"new {type.Kind}", 1)));
        var types = new TypeComparison(implementedElsewhere);
        foreach (var type in after.Types)
            if (before.Types.FirstOrDefault(other => other.Name == type.Name) is { } old) changes.AddRange(types.Compare(old, type));
        return [.. changes.OrderBy(change => change.Line).ThenBy(change => change.Subject, StringComparer.Ordinal)];
    }

    private static bool HaveSameMembers(SurfaceType one, SurfaceType other) =>
        one.Kind == other.Kind && one.Members.Count > 0 && Outline(one).SequenceEqual(Outline(other));

    private static IEnumerable<string> Outline(SurfaceType type) =>
        type.Members.Select(member => $"{member.Name} {member.Shape}".Replace(type.ShortName, "", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
