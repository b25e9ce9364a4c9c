using Microsoft.AspNetCore.Http.Extensions;
using MyThoughts.Chassis.Http;

namespace MyThoughts.{{Name}}.Contracts;

/// <summary>The contract over HTTP, for hosts that do not run the module themselves.</summary>
internal sealed class Remote{{Name}}(HttpClient client) : I{{Name}}
{
    public async Task<List{{Name}}Result> ListAsync(List{{Name}} query, CancellationToken cancellationToken)
    {
        var parameters = query.Limit is null ? [] : new QueryBuilder { { "limit", query.Limit } };
        using var response = await client.GetAsync("internal/{{name}}" + parameters.ToQueryString(), cancellationToken);
        return await response.ReadAsync<List{{Name}}Result>("{{name}}", cancellationToken);
    }
}
