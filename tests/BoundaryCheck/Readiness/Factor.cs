namespace MyThoughts.BoundaryCheck.Readiness;

/// <summary>Something that stands between a module and a process of its own.</summary>
/// <param name="Id">How reports name it.</param>
/// <param name="Name">What is counted.</param>
/// <param name="Count">How many of it there are.</param>
/// <param name="Each">What one of them adds.</param>
/// <param name="Evidence">Each of them, with its place.</param>
internal sealed record Factor(string Id, string Name, int Count, int Each, IReadOnlyList<Finding> Evidence)
{
    public int Points => Count * Each;

    public static Factor Of(string id, string name, int each, IEnumerable<Finding> evidence)
    {
        var all = evidence.ToList();
        return new(id, name, all.Count, each, all);
    }
}

/// <summary>A piece of evidence.</summary>
/// <param name="What">What was found.</param>
/// <param name="Places">Where; none for what has no place in the code.</param>
internal sealed record Finding(string What, IReadOnlyList<Place> Places)
{
    public Finding(string what, Place place) : this(what, [place]) { }

    public Finding(string what) : this(what, []) { }
}
