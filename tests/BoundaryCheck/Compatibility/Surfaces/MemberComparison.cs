namespace MyThoughts.BoundaryCheck.Compatibility.Surfaces;

/// <summary>What changed in a member of a type that both surfaces have.</summary>
internal sealed class MemberComparison(SurfaceType type, SurfaceType after)
{
    private bool IsInput => type.IsInput || after.IsInput;

    private bool IsOutput => type.IsOutput || after.IsOutput;

    public Change Removed(SurfaceMember member, SurfaceMember? renamed) => new(
        $"{type.Name}.{member.Name}", renamed is null ? "removed" : $"renamed to {renamed.Name}", member.Line, member.Kind switch
        {
            MemberKind.Property when IsOutput => $"a caller of the previous version reads null or 0 for '{Json.NameOf(member)}'",
            MemberKind.Property when IsInput => $"what a caller of the previous version sends as '{Json.NameOf(member)}' is not looked at",
            MemberKind.Value => $"a host of the previous version still says '{member.Name}', and reading it fails with JsonException",
            MemberKind.Constant => "code that names it no longer compiles",
            _ when type.Kind != "interface" => "code that uses it no longer compiles, and what was built against it gets MissingMethodException",
            _ => $"code that calls it no longer compiles, and what was built against it gets MissingMethodException; over HTTP a host of the previous version that calls {member.Name} is answered 404",
        });

    public IEnumerable<Change> Compare(SurfaceMember before, SurfaceMember now)
    {
        var subject = $"{type.Name}.{before.Name}";
        return Modifiers(subject, before, now)
            .Concat(before.Kind is MemberKind.Constructor ? [] : TypeOf(subject, before, now))
            .Concat(Accessors(subject, before, now))
            .Concat(new ParameterComparison(subject, before, IsInput, IsOutput).Compare(now))
            .Concat(Constraints.Compare(subject, before.Line, before.Constraints, now.Constraints))
            .Concat(JsonName(subject, before, now))
            .Concat(Value(subject, before, now));
    }

    private static IEnumerable<Change> Modifiers(string subject, SurfaceMember before, SurfaceMember now)
    {
        foreach (var word in now.Modifiers.Except(before.Modifiers).Where(word => word is not "const" and not "public"))
            yield return word switch
            {
                "required" => new(subject, "now required", before.Line, $"a caller of the previous version may leave out '{Json.NameOf(now)}': its JSON is refused with 400"),
                "abstract" => new(subject, "now abstract", before.Line, "code that derives from its type no longer compiles"),
                "static" => new(subject, "now static", before.Line, "code that calls it on an object no longer compiles, and what was built against it gets MissingMethodException"),
                "sealed" => new(subject, "now sealed", before.Line, "code that overrides it no longer compiles"),
                "readonly" when before.Kind == MemberKind.Field => new(subject, "now readonly", before.Line, "code that sets it no longer compiles"),
                "protected" => new(subject, "no longer public", before.Line, "code outside its family no longer compiles"),
                _ => Change.Addition(subject, $"now {word}", before.Line),
            };
        foreach (var word in before.Modifiers.Except(now.Modifiers).Where(word => word is "virtual" or "abstract" or "static" or "required").Where(word => word != "virtual" || !now.Is("abstract")))
            yield return word switch
            {
                "static" => new(subject, "no longer static", before.Line, "code that calls it on its type no longer compiles, and what was built against it gets MissingMethodException"),
                "virtual" or "abstract" when !now.Is("virtual") && !now.Is("abstract") && !now.Is("override") && !now.HasBody && before.HasBody == now.HasBody =>
                    new(subject, "can no longer be overridden", before.Line, "code that overrides it no longer compiles"),
                _ => Change.Addition(subject, $"no longer {word}", before.Line),
            };
    }

    // What goes out may become narrower, what comes in may become wider; what can go both ways may do neither.
    private IEnumerable<Change> TypeOf(string subject, SurfaceMember before, SurfaceMember now)
    {
        var isData = before.Kind is MemberKind.Property or MemberKind.Field;
        var isSent = isData && (IsInput || (!IsOutput && before.Accessors.Count > 1));
        var isRead = !isData || IsOutput || !IsInput;
        var kind = $"{before.Type} became {now.Type}";
        var name = isData ? $" for '{Json.NameOf(before)}'" : "";
        switch (Nullability.Between(before.Type, now.Type))
        {
            case TypeDifference.NowNullable when isRead:
                yield return new(subject, kind, before.Line, $"a caller of the previous version reads null{name} where it counts on a value");
                break;
            case TypeDifference.NoLongerNullable when isSent:
                yield return new(subject, kind, before.Line, $"a caller of the previous version may send null{name}, and is refused with 400");
                break;
            case TypeDifference.Other:
                yield return new(subject, kind, before.Line, $"a caller of the previous version works with {before.Type}{name}: it no longer compiles, and over HTTP reading the JSON fails");
                break;
            case not TypeDifference.None:
                yield return Change.Addition(subject, kind, before.Line);
                break;
        }
    }

    private static IEnumerable<Change> Accessors(string subject, SurfaceMember before, SurfaceMember now)
    {
        foreach (var accessor in before.Accessors.Except(now.Accessors))
            yield return accessor == "init" && now.Accessors.Contains("set") ? Change.Addition(subject, "init became set", before.Line)
                : new(subject, $"{accessor} was taken away", before.Line, $"code that uses it no longer compiles, and what was built against it gets MissingMethodException");
        foreach (var accessor in now.Accessors.Except(before.Accessors).Where(_ => now.Accessors.Count > before.Accessors.Count))
            yield return Change.Addition(subject, $"{accessor} is new", before.Line);
    }

    private static IEnumerable<Change> JsonName(string subject, SurfaceMember before, SurfaceMember now)
    {
        var (old, name) = (Json.NameOf(before), Json.NameOf(now));
        if (before.Kind == MemberKind.Property && old != name)
            return [new(subject, $"'{old}' became '{name}' in JSON", before.Line, $"a host of the previous version sends and reads '{old}': it reads null or 0, and what it sends is not looked at")];
        return Attributes.Compare(subject, before.Line, before.Attributes, now.Attributes);
    }

    private static IEnumerable<Change> Value(string subject, SurfaceMember before, SurfaceMember now)
    {
        if (before.Value == now.Value) yield break;
        yield return before.Kind == MemberKind.Value
            ? new(subject, $"{before.Value} became {now.Value}", before.Line, $"what a caller of the previous version says with {before.Value} is taken for something else")
            : new(subject, $"{before.Value} became {now.Value}", before.Line, $"it is compiled into callers: a host of the previous version goes on with {before.Value}");
    }
}
