namespace MyThoughts.BoundaryCheck.Compatibility.Surfaces;

/// <summary>What changed in the parameters of a method or a constructor.</summary>
internal sealed class ParameterComparison(string subject, SurfaceMember before, bool isInput, bool isOutput)
{
    private bool IsConstructor => before.Kind == MemberKind.Constructor;

    public IEnumerable<Change> Compare(SurfaceMember now) => Gone(now).Concat(Kept(now)).Concat(New(now));

    private IEnumerable<Change> Gone(SurfaceMember now) => Unmatched(now)
        .Select(pair => pair.Renamed is { } renamed
            ? new Change(subject, $"parameter '{pair.Old.Name}' renamed to '{renamed.Name}'", before.Line, IsConstructor && (isInput || isOutput)
                ? $"a host of the previous version sends '{Json.NameOf(pair.Old.Name)}', which is not looked at, and code that names the argument no longer compiles"
                : $"code that names the argument '{pair.Old.Name}:' no longer compiles")
            : new Change(subject, $"parameter '{pair.Old.Name}' removed", before.Line, IsConstructor && isInput
                ? $"what a caller of the previous version sends as '{Json.NameOf(pair.Old.Name)}' is not looked at"
                : $"code that gives '{pair.Old.Name}' no longer compiles, and what was built against it gets MissingMethodException"));

    private IEnumerable<Change> Kept(SurfaceMember now)
    {
        foreach (var old in before.Parameters)
        {
            if (now.Parameters.FirstOrDefault(parameter => parameter.Name == old.Name) is not { } parameter) continue;
            var field = IsConstructor ? $"'{Json.NameOf(old.Name)}'" : $"'{old.Name}'";
            var kind = $"parameter '{old.Name}': {old.Type} became {parameter.Type}";
            var difference = Nullability.Between(old.Type, parameter.Type);
            // A record's property of that name says it already.
            if (difference != TypeDifference.None && !(IsConstructor && (isInput || isOutput)))
                yield return difference switch
                {
                    TypeDifference.NowNullable => Change.Addition(subject, kind, before.Line),
                    TypeDifference.NoLongerNullable => new(subject, kind, before.Line, $"a caller of the previous version may give null for {field}, and fails"),
                    _ => new(subject, kind, before.Line, $"code that gives {old.Type} for {field} no longer compiles, and what was built against it gets MissingMethodException"),
                };
            if (old.Modifiers != parameter.Modifiers)
                yield return new(subject, $"parameter '{old.Name}': '{old.Modifiers}' became '{parameter.Modifiers}'", before.Line, "code that calls it no longer compiles");
            if (old.Default is not null && parameter.Default is null)
                yield return new(subject, $"parameter '{old.Name}' lost its default", before.Line, $"a caller of the previous version leaves out {field}: it no longer compiles, and over HTTP its JSON is refused with 400 or null is read");
            else if (old.Default != parameter.Default)
                yield return Change.Addition(subject, $"parameter '{old.Name}': default {old.Default ?? "none"} became {parameter.Default}", before.Line);
        }
        var order = before.Parameters.Select(parameter => parameter.Name).Where(name => now.Parameters.Any(parameter => parameter.Name == name)).ToList();
        if (!now.Parameters.Take(order.Count).Select(parameter => parameter.Name).SequenceEqual(order) && Unmatched(now).Count == 0)
            yield return new(subject, "parameters in another order", before.Line, "code that gives arguments by position gives them to others, or no longer compiles");
    }

    private IEnumerable<Change> New(SurfaceMember now)
    {
        var renamed = Unmatched(now).Select(pair => pair.Renamed).ToList();
        foreach (var parameter in now.Parameters.Where(parameter => before.Parameters.All(old => old.Name != parameter.Name) && !renamed.Contains(parameter)))
        {
            var kind = $"new parameter '{parameter.Name}'";
            var field = Json.NameOf(parameter.Name);
            var isFree = parameter.Default is not null || parameter.Modifiers.Contains("params", StringComparison.Ordinal)
                || (IsConstructor && isOutput && !isInput && Nullability.IsNullable(parameter.Type));
            yield return isFree ? Change.Addition(subject, kind, before.Line) : new(subject, $"{kind} without a default", before.Line, (IsConstructor, isInput, isOutput) switch
            {
                (true, true, _) => $"a caller of the previous version does not send '{field}': its JSON lacks it, and is refused with 400 or read as null or 0",
                (true, _, true) => $"the answer of a host of the previous version lacks '{field}': a reader of the new one gets null or 0 where it counts on a value",
                _ => $"code that calls it without '{parameter.Name}' no longer compiles, and what was built against it gets MissingMethodException",
            });
        }
    }

    // A parameter that is gone, with the one of the same type in its place when there is one.
    private List<(SurfaceParameter Old, SurfaceParameter? Renamed)> Unmatched(SurfaceMember now) =>
    [
        .. from old in before.Parameters.Select((parameter, at) => (Parameter: parameter, At: at))
           where now.Parameters.All(parameter => parameter.Name != old.Parameter.Name)
           let other = now.Parameters.ElementAtOrDefault(old.At)
           select (old.Parameter, other is not null && other.Type == old.Parameter.Type && before.Parameters.All(parameter => parameter.Name != other.Name) ? other : null),
    ];
}
