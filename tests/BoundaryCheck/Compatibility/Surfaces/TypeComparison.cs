namespace MyThoughts.BoundaryCheck.Compatibility.Surfaces;

/// <summary>What changed in a type that both surfaces have.</summary>
internal sealed class TypeComparison(Func<string, string?> implementedElsewhere)
{
    public IEnumerable<Change> Compare(SurfaceType before, SurfaceType after) =>
        before.Kind != after.Kind && !(before.Kind, after.Kind).Equals(("class", "record"))
            ? [new(before.Name, $"now a {after.Kind}", before.Line, $"code that uses it as a {before.Kind} no longer compiles, and what was built against it gets TypeLoadException")]
            : Declaration(before, after).Concat(Attributes.Compare(before, after)).Concat(Members(before, after));

    private static IEnumerable<Change> Declaration(SurfaceType before, SurfaceType after)
    {
        Change Breaks(string kind, string seen) => new(before.Name, kind, before.Line, seen);
        foreach (var word in after.Modifiers.Except(before.Modifiers).Where(word => word != "public"))
            yield return word switch
            {
                "sealed" => Breaks("now sealed", "code that derives from it no longer compiles"),
                "abstract" or "static" => Breaks($"now {word}", "code that makes one with new no longer compiles"),
                "ref" => Breaks("now ref", "code that keeps one in a field or a list no longer compiles"),
                "protected" => Breaks("no longer public", "code outside its family no longer compiles"),
                _ => Change.Addition(before.Name, $"now {word}", before.Line),
            };
        foreach (var word in before.Modifiers.Except(after.Modifiers).Where(word => word != "public")) yield return Change.Addition(before.Name, $"no longer {word}", before.Line);
        if (before.Kind == "enum" && !before.Bases.SequenceEqual(after.Bases))
            yield return Breaks("numbers of another size", "what was built against it takes its values for others");
        foreach (var parent in before.Kind == "enum" ? [] : before.Bases.Except(after.Bases))
            yield return Breaks($"no longer is {parent}", $"code that hands it on as {parent} no longer compiles, and what was built against it gets InvalidCastException or MissingMethodException");
        if (!before.TypeParameters.SequenceEqual(after.TypeParameters))
            yield return Breaks($"type parameters <{string.Join(", ", before.TypeParameters)}> became <{string.Join(", ", after.TypeParameters)}>", "code that relies on their variance no longer compiles");
        foreach (var change in Constraints.Compare(before.Name, before.Line, before.Constraints, after.Constraints)) yield return change;
        if ((after.IsInput && !before.IsInput) || (after.IsOutput && !before.IsOutput))
            yield return Change.Addition(before.Name, after.IsInput && !before.IsInput ? "now an input" : "now an output", before.Line);
    }

    private IEnumerable<Change> Members(SurfaceType before, SurfaceType after)
    {
        var members = new MemberComparison(before, after);
        var removed = before.Members.Where(member => after.Members.All(other => other.Key != member.Key)).ToList();
        var added = after.Members.Where(member => before.Members.All(other => other.Key != member.Key)).ToList();
        foreach (var member in after.Members)
            if (before.Members.FirstOrDefault(other => other.Key == member.Key) is { } old)
                foreach (var change in members.Compare(old, member)) yield return change;
        foreach (var member in removed)
        {
            var changed = added.Find(other => other.Kind == member.Kind && other.Name == member.Name);
            var renamed = changed ?? added.Find(other => other.Shape == member.Shape && member.Kind != MemberKind.Constructor);
            if (renamed is not null) added.Remove(renamed);
            foreach (var change in changed is not null ? members.Compare(member, changed) : [members.Removed(member, renamed)]) yield return change;
        }
        foreach (var member in added) yield return Added(before, after, member);
        foreach (var parent in before.Kind == "enum" ? [] : after.Bases.Except(before.Bases)) yield return Gained(before, after, $"now is {parent}", isOptional: before.Kind != "interface", parent);
        // An implementation must take the parameter too, whatever callers may leave out.
        if (before.Kind == "interface" && implementedElsewhere(before.Name) is { } assembly)
            foreach (var change in removed.Where(member => !member.HasBody && after.Members.Any(other => other.Name == member.Name && other.Parameters.Count > member.Parameters.Count)))
                yield return new($"{before.Name}.{change.Name}", "a parameter more", change.Line, $"{assembly} implements {before.ShortName}, and no longer compiles");
    }

    private Change Added(SurfaceType before, SurfaceType after, SurfaceMember member)
    {
        var subject = $"{before.Name}.{member.Name}";
        if (member.Is("required"))
            return new(subject, "a new required member", before.Line, before.IsOutput && !before.IsInput
                ? $"the answer of a host of the previous version lacks '{Json.NameOf(member)}', and reading it fails with JsonException"
                : $"a caller of the previous version does not send '{Json.NameOf(member)}': its JSON is refused with 400, and code that makes a {before.ShortName} no longer compiles");
        if (before.Kind == "interface") return Gained(before, after, "a new member", member.HasBody || (member.Is("static") && !member.Is("abstract")), member.Name);
        if (member.Is("abstract")) return new(subject, "a new abstract member", before.Line, $"code that derives from {before.ShortName} no longer compiles");
        if (member.Kind == MemberKind.Value && before.IsOutput)
            return Change.Addition(subject, "new value, which a host of the previous version cannot read: say it only once none is left", before.Line);
        return Change.Addition(subject, $"new {member.Kind.ToString().ToLowerInvariant()}", before.Line);
    }

    private Change Gained(SurfaceType before, SurfaceType after, string kind, bool isOptional, string member) =>
        !isOptional && implementedElsewhere(after.Name) is { } assembly
            ? new($"{before.Name}.{member}", kind, before.Line, $"{assembly} implements {before.ShortName} and lacks it: it no longer compiles, and built before it fails with TypeLoadException")
            : Change.Addition($"{before.Name}.{member}", kind, before.Line);
}
