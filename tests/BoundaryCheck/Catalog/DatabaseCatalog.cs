namespace MyThoughts.BoundaryCheck.Catalog;

/// <summary>What a database says of the schemas of the map, as far as it crosses from one to another or may.</summary>
internal sealed record DatabaseCatalog(
    IReadOnlyList<CatalogDependency> Dependencies, IReadOnlyList<CatalogFunction> Functions, IReadOnlyList<CatalogSetting> Settings,
    IReadOnlyList<CatalogRight> Rights, IReadOnlyList<CatalogRole> Roles);

/// <summary>An object of one schema that needs one of another.</summary>
/// <param name="Kind">What it is: a foreign key, a view, a default, and so on.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="Relation">The table it belongs to; its own name when it belongs to none.</param>
/// <param name="Name">Its name.</param>
/// <param name="TargetKind">What it needs.</param>
/// <param name="TargetSchema">The schema of that.</param>
/// <param name="Target">Its name.</param>
internal sealed record CatalogDependency(string Kind, string Schema, string Relation, string Name, string TargetKind, string TargetSchema, string Target);

/// <summary>A function whose body PostgreSQL keeps as text.</summary>
internal sealed record CatalogFunction(string Schema, string Name, string Arguments, string Body);

/// <summary>A search path that comes with a function, a role or the database.</summary>
/// <param name="Schema">The function's schema; null for a role's path.</param>
/// <param name="Name">The function or the role; null for every role's.</param>
/// <param name="Arguments">The function's.</param>
/// <param name="Path">The path.</param>
internal sealed record CatalogSetting(string? Schema, string? Name, string? Arguments, string Path);

/// <summary>A right on something in a schema, that was given or that comes with owning it.</summary>
/// <param name="Role">The role of the map that has it; null for everybody.</param>
/// <param name="Through">The role it was given to, which the first is or is a member of.</param>
/// <param name="Privileges">The privileges; <c>OWNER</c> for the owner.</param>
/// <param name="Kind">On what: a table, a column, a schema, future tables, and so on.</param>
/// <param name="Schema">In which schema; null when it is in any.</param>
/// <param name="Name">The name of that; null for the schema itself.</param>
internal sealed record CatalogRight(string? Role, string Through, string Privileges, string Kind, string? Schema, string? Name);

/// <summary>What a role of the map can do beyond the rights it was given.</summary>
/// <param name="Role">The role.</param>
/// <param name="Power">SUPERUSER, BYPASSRLS, and so on; null for a membership.</param>
/// <param name="MemberOf">The role it is a member of.</param>
internal sealed record CatalogRole(string Role, string? Power, string? MemberOf);
