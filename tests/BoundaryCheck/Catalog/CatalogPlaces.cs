using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Sql;

namespace MyThoughts.BoundaryCheck.Catalog;

/// <summary>Where the owners' SQL files make what the catalog holds.</summary>
internal sealed class CatalogPlaces(Facts facts)
{
    private static readonly Place Database = new(Place.Database, 0);

    private readonly SchemaOwners owners = new(facts.Solution);
    private readonly OwnSql own = new(facts);

    /// <summary>A view, a trigger and the like where it is made; a column, a constraint where what it needs is named.</summary>
    public Place Of(CatalogDependency dependency)
    {
        var owner = owners.Of(dependency.Schema);
        var isItself = dependency.Relation == dependency.Name;
        return (isItself ? null : own.FindPart(owner, dependency.Name)?.Place)
            ?? (isItself && dependency.Kind is not ("table" or "sequence") ? own.Find(dependency.Schema, dependency.Name)?.Place : null)
            ?? (dependency.Kind is "foreign key" or "constraint" ? Anywhere(owner, dependency.Name, dependency.Relation) : null)
            ?? Anywhere(owner, dependency.TargetSchema, dependency.Relation, BareName(dependency.Target))
            ?? Anywhere(owner, BareName(dependency.Target), dependency.Relation)
            ?? OfObject(dependency.Schema, dependency.Relation);
    }

    public Place OfObject(string schema, string name) => own.Find(schema, BareName(name))?.Place ?? Database;

    /// <summary>The statement that gives a role something, in whichever module's files it is.</summary>
    public Place OfRight(string? role, string? schema, string? name)
    {
        var what = name?.Split('.')[0] ?? schema ?? "";
        foreach (var owner in facts.Solution.Map.Schemas.Select(each => each.Owner))
            foreach (var verb in new[] { "grant", "alter" })
                if (own.PlaceOf(owner, verb, what, role ?? "public") is { } place) return place;
        return Database;
    }

    private Place? Anywhere(string owner, string name, params string[] others) => own.PlaceOf(owner, "create", name, others) ?? own.PlaceOf(owner, "alter", name, others);

    private static string BareName(string name) => name.Split('(')[0];
}
