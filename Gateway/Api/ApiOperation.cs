using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MyThoughts.Gateway.Api;

/// <summary>An answer of this endpoint bears the version as its ETag.</summary>
internal sealed record TellsVersion;

/// <summary>This endpoint changes the state: it wants the version that the change is based on.</summary>
internal sealed record WantsVersion;

/// <summary>What the OpenAPI document says of every operation alike: versions, refused bodies, and what a status means here.</summary>
internal static class ApiOperation
{
    private static readonly Dictionary<string, string> Parameters = new()
    {
        ["route"] = "The route's name.",
        ["side"] = "The side: monolith or service.",
        ["cluster"] = "The cluster's name.",
        ["id"] = "The destination's or the key's id.",
        ["reason"] = "Why, for the history.",
        ["force"] = "Lets pass what is unwise, such as more visitors for a service without a healthy destination.",
        ["dryRun"] = "Tells what would change, and changes nothing.",
        ["before"] = "Begins below this version: what the page before said in `before`.",
        ["limit"] = "How many, 1 to 100.",
        ["path"] = "The path of a request, such as /search.",
        ["visitor"] = "The id in a visitor's cookie, a UUID of version 7.",
        ["user"] = "The user of a token, for a client without a cookie.",
        ["signature"] = "What the header X-Side would say.",
    };

    public static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        foreach (var parameter in operation.Parameters ?? []) parameter.Description ??= Parameters.GetValueOrDefault(parameter.Name ?? "");
        if (metadata.OfType<WantsVersion>().Any()) AddIfMatch(operation);
        if (metadata.OfType<TellsVersion>().Any()) AddTag(operation);
        if (operation.RequestBody is not null) AddRefusedBodies(operation, context.Document);
        OpenApiResponses sorted = [];
        foreach (var (status, response) in (operation.Responses ?? []).OrderBy(response => response.Key, StringComparer.Ordinal))
        {
            response.Description = Meaning(status) ?? response.Description;
            sorted.Add(status, response);
        }
        operation.Responses = sorted;
        return Task.CompletedTask;
    }

    private static void AddIfMatch(OpenApiOperation operation) => (operation.Parameters ??= []).Add(new OpenApiParameter
    {
        Name = "If-Match", In = ParameterLocation.Header, Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = "\"17\"", Description = "The ETag of the state that the change is based on.",
    });

    private static void AddTag(OpenApiOperation operation)
    {
        if (operation.Responses?.GetValueOrDefault("200") is not OpenApiResponse ok) return;
        (ok.Headers ??= new Dictionary<string, IOpenApiHeader>())["ETag"] = new OpenApiHeader
        {
            Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = "\"17\"", Description = "The version in effect, to send as If-Match with a change.",
        };
    }

    // How every body is read, whoever wants it.
    private static void AddRefusedBodies(OpenApiOperation operation, OpenApiDocument? document)
    {
        var problem = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference("ProblemDetails", document) } };
        foreach (var status in new[] { "400", "415" }) (operation.Responses ??= []).TryAdd(status, new OpenApiResponse { Content = problem });
    }

    // The framework says the status's name alone.
    private static string? Meaning(string status) => status switch
    {
        "200" => "As asked.",
        "201" => "It is made.",
        "204" => "It is done.",
        "400" => "The body cannot be read, and nothing was changed. The errors name the places.",
        "401" => "There is no key, or it is not in force.",
        "403" => "The key is a viewer's, and may look only.",
        "404" => "There is none of that name. The detail says which there are.",
        "412" => "The state has changed since: the ETag is that of the present one. Look again, and decide again.",
        "415" => "The body is not application/json.",
        "422" => "The rules refuse it. The errors name the places and say what to do.",
        "428" => "There is no If-Match.",
        "429" => "Too many attempts with keys that are not in force. Retry-After says when to come back.",
        "503" => "Not at the moment: the database is away, or too many listen. Retry-After says when to come back.",
        _ => null,
    };
}
