using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Rules;
using MyThoughts.BoundaryCheck.Solution;
using MyThoughts.BoundaryCheck.Sql;

namespace MyThoughts.BoundaryCheck.Catalog;

/// <summary>Rights that reach beyond a module's own schema.</summary>
internal sealed class CatalogGrants(Facts facts, CatalogPlaces places)
{
    private readonly SchemaOwners owners = new(facts.Solution);
    private readonly IReadOnlyList<OwnedSchema> schemas = facts.Solution.Map.Schemas;

    public IEnumerable<Violation> Violations(DatabaseCatalog catalog) =>
    [
        .. catalog.Rights.Where(right => !IsOwn(right) && !IsOfAnother(right)).Select(Violation),
        .. catalog.Roles.Select(Violation),
    ];

    private bool IsOwn(CatalogRight right) => right.Role is { } role && right.Schema is { } schema && schemas.Any(own => own.Role == role && own.Owner == owners.Of(schema));

    // What it can do as another module's role is said once, as a membership.
    private bool IsOfAnother(CatalogRight right) => right.Through != right.Role && schemas.Any(other => other.Role == right.Through);

    private Violation Violation(CatalogRight right)
    {
        var target = right.Name is null ? right.Schema is null ? $"{right.Kind} of any schema" : right.Kind == "schema" ? $"schema {right.Schema}" : $"{right.Kind} in {right.Schema}" : $"{right.Schema}.{right.Name}";
        var what = right.Name is null ? $"the {target}" : $"the {right.Kind} {target}";
        var does = right.Privileges == "OWNER" ? $"owns {what}" : $"has {right.Privileges} on {what}";
        var through = right.Role is not null && right.Through != right.Role ? $", as a member of {right.Through}" : "";
        var whose = right.Schema is null ? "" : $", which belongs to {owners.Of(right.Schema)}";
        var place = places.OfRight(right.Role is null ? null : right.Through, right.Schema, right.Name);
        return right.Role is { } role
            ? new(CatalogRules.Grant, $"role {role}", target, place, $"the role {role} of {OwnerOf(role)} {does}{through}{whose}") { Owner = owners.Listed(OwnerOf(role)) }
            : new(CatalogRules.Grant, "role PUBLIC", target, place, $"every role {does}{whose}") { Owner = right.Schema is null ? Place.Database : owners.Listed(owners.Of(right.Schema)) };
    }

    private Violation Violation(CatalogRole role) => new(
        CatalogRules.Grant, $"role {role.Role}", role.Power ?? $"role {role.MemberOf}", places.OfRight(role.Role, role.MemberOf ?? role.Power!.ToLowerInvariant(), null),
        role.Power is not null ? $"the role {role.Role} of {OwnerOf(role.Role)} has {role.Power}, with which it can get at every schema"
            : $"the role {role.Role} of {OwnerOf(role.Role)} is a member of {role.MemberOf}, with all that {role.MemberOf} may do")
    {
        Owner = owners.Listed(OwnerOf(role.Role)),
    };

    private string OwnerOf(string role) => schemas.First(schema => schema.Role == role).Owner;
}
