using System.Globalization;
using Dapper;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.{{Name}}.Contracts;
using Npgsql;

namespace MyThoughts.{{Name}};

internal sealed class List{{Name}}Handler(
    [FromKeyedServices({{Name}}Module.Name)] NpgsqlDataSource database, IValidator<List{{Name}}> validator)
{
    private const string Select = """
        SELECT id, text, created_at AS createdAt
        FROM {{name}}.item
        ORDER BY id DESC
        LIMIT @Limit
        """;

    // Validation lives here, not in an endpoint filter, so that no caller can go around it.
    public async Task<List{{Name}}Result> HandleAsync(List{{Name}} query, CancellationToken cancellationToken)
    {
        var validation = await validator.ValidateAsync(query, cancellationToken);
        if (!validation.IsValid) return List{{Name}}Result.Invalid(validation.ToDictionary());

        var limit = string.IsNullOrEmpty(query.Limit) ? List{{Name}}.DefaultLimit : int.Parse(query.Limit, CultureInfo.InvariantCulture);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var items = await connection.QueryAsync<{{Name}}Item>(new CommandDefinition(Select, new { Limit = limit }, cancellationToken: cancellationToken));
        return List{{Name}}Result.Found([.. items]);
    }
}
