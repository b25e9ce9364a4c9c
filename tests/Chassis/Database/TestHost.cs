using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Diagnostics;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Support;
using Npgsql;

namespace MyThoughts.Chassis.Tests.Database;

// A host with one module and a table of two demo rows, through a real Kestrel.
internal sealed class TestHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client;

    private TestHost(WebApplication app) => (this.app, client) = (app, new() { BaseAddress = new(app.Urls.Single()) });

    public static Module Module { get; } = new("thoughts", typeof(TestHost).Assembly) { MapEndpoints = Map, MapContract = _ => { }, SeedAsync = SeedAsync };

    public DatabaseReadiness Readiness => app.Services.GetRequiredService<DatabaseReadiness>();

    public CancellationToken Stopping => app.Lifetime.ApplicationStopping;

    public static Task<TestHost> StartAsync(TestDatabase database, string environment) => StartAsync(database.Settings(), environment, Module);

    public static async Task<TestHost> StartAsync(IReadOnlyDictionary<string, string?> settings, string environment, Module module)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddProblemDetails().AddExceptionHandler<ExceptionAnswers>();
        builder.Services.AddSingleton(TestCluster.Map).AddSingleton(TimeProvider.System);
        builder.Services.AddModuleDatabase(module.Name).AddModuleSchemas([module]).AddDatabaseStartup();
        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseRouting();
        app.UseDatabaseGate();
        Health.Map(app);
        Map(app);
        await app.StartAsync();
        return new(app);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(new Uri(path, UriKind.Relative));

    // How long it takes until a path answers so.
    public Task<TimeSpan> UntilAsync(string path, int status) => Eventually.HoldsAsync(async () =>
    {
        using var response = await GetAsync(path);
        return (int)response.StatusCode == status;
    }, $"{path} answers {status}");

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    private static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/count", CountAsync);

    private static async Task<long> CountAsync([FromKeyedServices("thoughts")] NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition("SELECT count(*) FROM thoughts.thought", cancellationToken: cancellationToken));
    }

    private static async Task SeedAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var connection = await services.GetRequiredKeyedService<NpgsqlDataSource>(Module.Name).OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition("""
            SELECT pg_advisory_xact_lock(1);
            INSERT INTO thoughts.thought (text) SELECT unnest(ARRAY['a', 'b']) WHERE NOT EXISTS (SELECT FROM thoughts.thought)
            """, transaction: transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
    }
}
