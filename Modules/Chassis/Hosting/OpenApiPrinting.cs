using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.OpenApi;

namespace MyThoughts.Chassis.Hosting;

/// <summary>What a host needs to print its OpenAPI document rather than serve it.</summary>
public static class OpenApiPrinting
{
    /// <summary>Keeps standard output for the document: what is logged goes to standard error.</summary>
    /// <param name="builder">The host being built.</param>
    public static void LogToStandardError(this WebApplicationBuilder builder) =>
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

    /// <summary>Prints the document of a host that has mapped all it serves and was not started.</summary>
    /// <param name="app">The host.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> PrintOpenApiAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        // The start would do it: from here on the document knows what was mapped.
        app.UseEndpoints(_ => { });
        var document = await app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1").GetOpenApiDocumentAsync(cancellationToken);
        Console.WriteLine(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken));
        return 0;
    }
}
