using MyThoughts.BoundaryCheck.Catalog;
using MyThoughts.BoundaryCheck.Evidence;

namespace MyThoughts.BoundaryCheck.Rules;

/// <summary>What a database really holds keeps to the schemas too, whoever made it and however.</summary>
internal static class CatalogRules
{
    public static Rule ForeignKey { get; } = new(
        "catalog-foreign-key",
        "A foreign key across schemas binds two modules to one database, and the owner can't delete a row of its own without the other.",
        "Keep the id as a value, and follow the owner's change feed to hear of deletions.");

    public static Rule View { get; } = new(
        "catalog-view",
        "A view over another module's tables is SQL of its own against them, and stops their owner from changing them.",
        "Keep a copy of what you show, fed by the owner's change feed, or ask the owner through its contract.");

    public static Rule Trigger { get; } = new(
        "catalog-trigger",
        "A trigger, a rule or a function that reaches into another schema is a call across the boundary that no contract shows.",
        "Let the owner publish what happened in its change feed, and act on it in your own transaction.");

    public static Rule Dependency { get; } = new(
        "catalog-dependency",
        "A table that is built with another schema's tables, types, sequences or functions can't be made without them.",
        "Make a type, a sequence or a table of your own in your own schema.");

    public static Rule SearchPath { get; } = new(
        "catalog-search-path",
        "With another schema on the search path, every name without a schema may be another module's.",
        "Leave other modules' schemas off the path, and write your own schema before each name.");

    public static Rule Grant { get; } = new(
        "catalog-grant",
        "What a role may do, its module will do one day: only a refusal by the database is a boundary.",
        "Revoke it, and give each module's role rights on its own schema alone.");

    public static IReadOnlyList<Rule> All { get; } = [ForeignKey, View, Trigger, Dependency, SearchPath, Grant];

    /// <summary>What can't be told without a database.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. All.Select(rule => rule.Id)];

    /// <summary>What can't be told without a module's role.</summary>
    public static IReadOnlyList<string> RightIds { get; } = [SearchPath.Id, Grant.Id];

    public static IEnumerable<Violation> Find(Facts facts)
    {
        if (facts.Catalog is not { } catalog) return [];
        var places = new CatalogPlaces(facts);
        return [.. new CatalogDependencies(facts, places).Violations(catalog), .. new CatalogSettings(facts, places).Violations(catalog), .. new CatalogGrants(facts, places).Violations(catalog)];
    }
}
