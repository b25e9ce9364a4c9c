using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using MyThoughts.Gateway.Admin;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Api;

/// <summary>The API's OpenAPI document: what endpoints say of themselves, and here what all of them have in common.</summary>
internal static class ApiDocument
{
    public const string Pattern = "/admin/openapi/{documentName}.json";

    private const string ApiPath = "admin/api";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(document =>
    {
        document.ShouldInclude = api => api.RelativePath?.StartsWith(ApiPath, StringComparison.Ordinal) == true;
        document.AddDocumentTransformer((api, _, _) => DescribeAsync(api));
        document.AddOperationTransformer((operation, context, _) => ApiOperation.DescribeAsync(operation, context));
        document.AddSchemaTransformer((schema, context, _) => DescribeAsync(schema, context));
    });

    /// <summary>A page to read the API on, and to try it.</summary>
    public static void UseApiDocs(this IApplicationBuilder admin) => admin.UseSwaggerUI(docs =>
    {
        docs.RoutePrefix = "admin/docs";
        docs.SwaggerEndpoint("/admin/openapi/v1.json", "The gateway's administration");
    });

    private static Task DescribeAsync(OpenApiDocument api)
    {
        api.Info.Title = "MyThoughts: the gateway's administration";
        api.Info.Version = "v1";
        api.Info.Description =
            "Reads and changes what the gateway does. Programs send `Authorization: Bearer` with a key; pages have a session. "
            + "A change sends `If-Match` with the ETag of the state that it is based on, so that nobody's change is lost.";
        // The address under which the document was read is the one to call.
        api.Servers = [];
        api.Components ??= new();
        api.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["key"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A viewer's or an operator's key." },
            ["session"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = OperatorPrincipal.CookieScheme, Description = "The session of the pages." },
        };
        api.Security = [new() { [new("key", api)] = [] }, new() { [new("session", api)] = [] }];
        return Task.CompletedTask;
    }

    private static Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonTypeInfo.Type != typeof(Weight) && context.JsonTypeInfo.Type != typeof(Weight?)) return Task.CompletedTask;
        (schema.Type, schema.Minimum, schema.Maximum, schema.MultipleOf, schema.Description) = (JsonSchemaType.Number, "0", "100", 0.01m, Weight.Wanted);
        return Task.CompletedTask;
    }
}
