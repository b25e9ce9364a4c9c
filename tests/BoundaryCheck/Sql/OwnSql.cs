using MyThoughts.BoundaryCheck.Evidence;

namespace MyThoughts.BoundaryCheck.Sql;

/// <summary>What the owners' own SQL files make: the objects of each schema, and where.</summary>
internal sealed class OwnSql
{
    private readonly Dictionary<(string Schema, string Name), SqlDefinition> objects = [];
    private readonly Dictionary<(string Owner, string Name), SqlDefinition> parts = [];
    private readonly ILookup<string, SqlStatement> statements;
    private readonly HashSet<string> known = [];

    public OwnSql(Facts facts)
    {
        var owners = new SchemaOwners(facts.Solution);
        statements = facts.Texts.Where(text => SqlFiles.IsFile(text) && SchemaOwners.Of(text.Project) is not null)
            .OrderBy(text => text.Place.File, StringComparer.Ordinal)
            .SelectMany(text => SqlStatement.Of(text).Select(statement => (Owner: SchemaOwners.Of(text.Project)!, statement)))
            .ToLookup(each => each.Owner, each => each.statement);
        foreach (var owner in statements)
            foreach (var made in owner.Select(SqlDefinition.Of).OfType<SqlDefinition>())
            {
                if (made.Schema is null) parts[(owner.Key, made.Name)] = made;
                else if (owners.Schemas.Contains(made.Schema) && owners.Of(made.Schema) == owner.Key) objects[(made.Schema, made.Name)] = made;
            }
        known.UnionWith(objects.Keys.Select(key => key.Schema));
    }

    /// <summary>Whether anything at all is known of a schema.</summary>
    public bool Knows(string schema) => known.Contains(schema);

    public SqlDefinition? Find(string schema, string name) => objects.GetValueOrDefault((schema, name));

    /// <summary>A trigger, a rule, an index: what has its schema from its table.</summary>
    public SqlDefinition? FindPart(string owner, string name) => parts.GetValueOrDefault((owner, name));

    /// <summary>The place of a name in the last statement of an owner that begins with a verb and has all the names in it.</summary>
    public Place? PlaceOf(string owner, string verb, string name, params string[] others) => statements[owner]
        .Where(statement => statement.Begins(verb) && statement.Find(name) is not null && others.All(other => statement.Find(other) is not null))
        .Select(statement => statement.PlaceOf(statement.Find(name)!))
        .LastOrDefault();
}
