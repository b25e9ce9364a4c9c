using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Source;

namespace MyThoughts.BoundaryCheck.Binary;

/// <summary>Puts what the source and the assemblies say together, each use once.</summary>
internal static class TwoWitnesses
{
    /// <summary>All that the source says, and of the assemblies what the source does not say anywhere in the same type or Razor file.</summary>
    public static IReadOnlyList<Reference> Together(IReadOnlyList<Reference> source, IReadOnlyList<DeclaredType> types, IReadOnlyList<Reference> assemblies)
    {
        var razor = types.Where(type => RazorFile.Is(type.Place.File)).ToLookup(type => type.Name);
        var said = source.SelectMany(reference => new[] { (Written(reference), Plain(reference.Target)), (Written(reference), reference.Type) }).ToHashSet();
        return [.. source, .. assemblies.Select(Shown).Where(reference => !Around(reference).Any(place => said.Contains((place, reference.Target))))];

        // What was made of a Razor file is shown as the file's.
        Reference Shown(Reference reference) =>
            Outer(reference.Member).SelectMany(name => razor[name]).FirstOrDefault(type => type.Project == reference.From) is { } page
                ? reference with { Member = page.Place.File, Place = reference.Place.File == page.Place.File ? reference.Place : page.Place }
                : reference;
    }

    private static string Written(Reference reference) => $"{reference.From.Name}: {TypeOf(reference.Member)}";

    private static IEnumerable<string> Around(Reference reference) => Outer(reference.Member).Select(name => $"{reference.From.Name}: {name}");

    // The member itself may be a type, or be nested in what the source calls the member.
    private static IEnumerable<string> Outer(string member)
    {
        for (var name = member; name.Length > 0; name = name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : "") yield return name;
    }

    private static string TypeOf(string member) =>
        RazorFile.Is(member) ? member : Plain(member) is var name && name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : name;

    // Without parameters, which assemblies name otherwise; a constructor goes by its type.
    private static string Plain(string member)
    {
        var name = member.EndsWith(')') ? member[..member.LastIndexOf('(')] : member;
        return name.EndsWith(".new", StringComparison.Ordinal) ? name[..^".new".Length] : name;
    }
}
