using System.Globalization;
using Dapper;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Http;
using MyThoughts.Chassis.Pages;
using MyThoughts.Support;
using MyThoughts.Thoughts.Contracts;
using MyThoughts.Users.Contracts;
using Npgsql;

namespace MyThoughts.Thoughts.Tests;

/// <summary>One host that runs the module, on a real Kestrel: two of them over one database are the two sides of a split.</summary>
internal sealed class ThoughtsSide : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TestDatabase database;
    private readonly bool ownsDatabase;

    private ThoughtsSide(WebApplication app, TestDatabase database, bool ownsDatabase)
    {
        (this.app, this.database, this.ownsDatabase) = (app, database, ownsDatabase);
        Client = NewClient();
        Remote = new RemoteThoughts(Client);
    }

    public TestDatabase Database => database;
    public HttpClient Client { get; }
    public IServiceProvider Services => app.Services;
    public FakeUsers Users => (FakeUsers)app.Services.GetRequiredService<IUsers>();

    /// <summary>The contract in this process, and over HTTP.</summary>
    public IThoughts Thoughts => app.Services.GetRequiredService<IThoughts>();
    public IThoughts Remote { get; }

    public NpgsqlDataSource Source => app.Services.GetRequiredKeyedService<NpgsqlDataSource>(ThoughtsModule.Name);

    public static async Task<ThoughtsSide> StartAsync(
        TestDatabase? database = null, TimeProvider? clock = null, LogRecorder? log = null, Dictionary<string, string?>? settings = null)
    {
        var owned = database ?? await TestDatabase.CreateAsync(ThoughtsModule.Definition);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.Logging.ClearProviders();
        if (log is not null) builder.Logging.AddProvider(log);
        var ready = new DatabaseReadiness();
        ready.Start();
        builder.Services.AddSingleton(ready);
        builder.Services.AddSingleton(TestCluster.Map);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddKeyedSingleton(ThoughtsModule.Name, (_, _) => owned.DataSource(ThoughtsModule.Name));
        builder.Services.AddThoughts().AddFront().AddSingleton<IUsers, FakeUsers>();
        builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>("test", null);
        builder.Services.AddAuthorization();
        builder.Services.AddAntiforgery(options => options.FormFieldName = "antiforgery");
        builder.Services.AddProblemDetails();
        builder.Services.AddRefusals();
        builder.Services.AddRazorPages().AddApplicationPart(typeof(ThoughtsModule).Assembly).AddApplicationPart(typeof(Pager).Assembly);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseExceptionHandler();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
        ThoughtsModule.MapEndpoints(app);
        ThoughtsModule.Definition.MapContract(app.MapContractGroup(ThoughtsModule.Name));
        await app.StartAsync();
        return new(app, owned, database is null);
    }

    public HttpClient NewClient(string? username = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(app.Urls.Single()) };
        if (username is not null) client.DefaultRequestHeaders.Add(HeaderAuthentication.Header, username);
        return client;
    }

    public async Task<Thought> PostAsync(string text, string username = "bruce") =>
        (await Thoughts.PostAsync(new(username, text), CancellationToken.None)).Thought
        ?? throw new InvalidOperationException("The thought was refused.");

    public async Task<T?> AskAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(database.Administrator + ";Pooling=false");
        return await connection.ExecuteScalarAsync<T>(sql);
    }

    /// <summary>
    /// Waits until the feed shows all that is committed. PostgreSQL's own housekeeping, and tests that run beside this one in another
    /// database, hold the horizon back for a moment.
    /// </summary>
    public async Task SettleAsync()
    {
        var now = ulong.Parse((await AskAsync<string>("SELECT pg_snapshot_xmax(pg_current_snapshot())::text"))!, CultureInfo.InvariantCulture);
        await Eventually.HoldsAsync(
            async () => await AskAsync<bool>($"SELECT pg_snapshot_xmin(pg_current_snapshot()) >= '{now}'::xid8"), "no transaction from before is open");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        if (ownsDatabase) await database.DisposeAsync();
    }
}
