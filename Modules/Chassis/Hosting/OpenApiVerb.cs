namespace MyThoughts.Chassis.Hosting;

/// <summary>Prints the document that the host would serve, of its code alone: no database, no port, no secret.</summary>
internal static class OpenApiVerb
{
    public static async Task<int> RunAsync(ModuleHostBuilder host, CancellationToken cancellationToken)
    {
        host.AddModuleHost();
        host.Web.LogToStandardError();
        await using var app = host.Web.Build();
        ServeVerb.Use(app);
        ServeVerb.Map(app, host);
        return await app.PrintOpenApiAsync(cancellationToken);
    }
}
