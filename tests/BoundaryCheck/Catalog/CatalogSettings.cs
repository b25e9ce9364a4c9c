using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Rules;
using MyThoughts.BoundaryCheck.Sql;

namespace MyThoughts.BoundaryCheck.Catalog;

/// <summary>Search paths that the database keeps.</summary>
internal sealed class CatalogSettings(Facts facts, CatalogPlaces places)
{
    private readonly SchemaOwners owners = new(facts.Solution);

    public IEnumerable<Violation> Violations(DatabaseCatalog catalog) => catalog.Settings.SelectMany(setting =>
        SqlTokenizer.Read(setting.Path).Where(token => token.IsName && owners.Schemas.Contains(token.Text) && !IsOwn(setting, owners.Of(token.Text)))
            .Select(token => Violation(setting, token.Text)).DistinctBy(violation => violation.Key));

    private Violation Violation(CatalogSetting setting, string schema)
    {
        var from = setting.Schema is not null ? $"{setting.Schema}.{setting.Name}({setting.Arguments}) search_path" : $"{Role(setting)} search_path";
        var place = setting.Schema is not null ? places.OfObject(setting.Schema, setting.Name!) : places.OfRight(setting.Name, schema, null);
        var who = setting.Schema is not null ? $"the function {setting.Schema}.{setting.Name} of {owners.Of(setting.Schema)}" : Role(setting) + (OwnerOf(setting) is { } owner ? $" of {owner}" : "");
        return new(CatalogRules.SearchPath, from, $"schema {schema}", place, $"{who} has the schema {schema} on its search path, which belongs to {owners.Of(schema)}")
        {
            Owner = OwnerOf(setting) is { } listed ? owners.Listed(listed) : Place.Database,
        };
    }

    private bool IsOwn(CatalogSetting setting, string owner) => setting.Schema is not null ? owners.Of(setting.Schema) == owner
        : setting.Name is not null && facts.Solution.Map.Schemas.Any(schema => schema.Role == setting.Name && schema.Owner == owner);

    private string? OwnerOf(CatalogSetting setting) => setting.Schema is not null ? owners.Of(setting.Schema)
        : facts.Solution.Map.Schemas.FirstOrDefault(schema => schema.Role == setting.Name)?.Owner;

    private static string Role(CatalogSetting setting) => setting.Name is null ? "every role" : $"role {setting.Name}";
}
