using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Rules;
using MyThoughts.BoundaryCheck.Sql;

namespace MyThoughts.BoundaryCheck.Catalog;

/// <summary>Objects of one module that need those of another.</summary>
internal sealed class CatalogDependencies(Facts facts, CatalogPlaces places)
{
    private readonly SchemaOwners owners = new(facts.Solution);

    public IEnumerable<Violation> Violations(DatabaseCatalog catalog) =>
    [
        .. catalog.Dependencies.Where(dependency => IsForeign(dependency.Schema, dependency.TargetSchema)).Select(Violation),
        .. catalog.Functions.SelectMany(Violations),
    ];

    private Violation Violation(CatalogDependency dependency)
    {
        var relation = $"{dependency.Schema}.{dependency.Relation}";
        var from = dependency.Relation == dependency.Name ? relation
            : dependency.Kind is "function" or "procedure" ? $"{dependency.Schema}.{dependency.Name}"
            : $"{relation} {Part(dependency.Kind)} {dependency.Name}";
        var target = $"{dependency.TargetSchema}.{dependency.Target.Split('(')[0]}";
        var who = dependency.Relation == dependency.Name || dependency.Kind is "function" or "procedure"
            ? $"the {dependency.Kind} {from} of {owners.Of(dependency.Schema)}"
            : $"the {dependency.Kind} {dependency.Name} of {relation} in {owners.Of(dependency.Schema)}";
        return new(RuleOf(dependency.Kind), from, target, places.Of(dependency), $"{who} {Does(dependency.Kind)} the {dependency.TargetKind} {target}, which belongs to {owners.Of(dependency.TargetSchema)}")
        {
            Owner = owners.Listed(owners.Of(dependency.Schema)),
        };
    }

    private IEnumerable<Violation> Violations(CatalogFunction function)
    {
        var from = $"{function.Schema}.{function.Name}({function.Arguments})";
        return MentionReader.FindInBody(function.Body, owners.Schemas).Where(mention => IsForeign(function.Schema, mention.Schema)).DistinctBy(mention => mention.Target)
            .Select(mention => new Violation(CatalogRules.Trigger, from, mention.Target, places.OfObject(function.Schema, function.Name),
                $"the function {from} of {owners.Of(function.Schema)} names {mention.Target} in its body, which belongs to {owners.Of(mention.Schema)}")
            {
                Owner = owners.Listed(owners.Of(function.Schema)),
            });
    }

    private bool IsForeign(string schema, string other) => owners.Of(schema) != owners.Of(other);

    private static Rule RuleOf(string kind) => kind switch
    {
        "foreign key" => CatalogRules.ForeignKey,
        "view" or "materialized view" => CatalogRules.View,
        "trigger" or "rule" or "function" or "procedure" => CatalogRules.Trigger,
        _ => CatalogRules.Dependency,
    };

    private static string Part(string kind) => kind is "foreign key" ? "constraint" : kind is "default" ? "column" : kind;

    private static string Does(string kind) => kind switch
    {
        "foreign key" => "refers to",
        "view" or "materialized view" => "reads",
        "trigger" => "runs",
        _ => "uses",
    };
}
