using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Database.Migrations;
using MyThoughts.Chassis.Feeds.Following;
using MyThoughts.Chassis.Tests.Database;
using MyThoughts.Support;
using Npgsql;

namespace MyThoughts.Chassis.Tests.Feeds;

/// <summary>A module that keeps what a feed says, in a database of its own, with readers in as many hosts as a test wants.</summary>
internal sealed class Notebook : IFeedTarget<Note>, IAsyncDisposable
{
    // A text of more than ten characters is refused, and every write is recorded, in its order.
    private const string Schema = """
        CREATE TABLE search.cursor (
            feed text PRIMARY KEY, epoch bigint NOT NULL DEFAULT 0, xid xid8 NOT NULL DEFAULT '0', position bigint NOT NULL DEFAULT 0,
            generation int NOT NULL DEFAULT 1, rebuilding boolean NOT NULL DEFAULT false, model_version int NOT NULL DEFAULT 1, rebuilt bigint NOT NULL DEFAULT 0);
        INSERT INTO search.cursor (feed) VALUES ('notes');
        CREATE TABLE search.parked (
            feed text, id bigint, epoch bigint NOT NULL, xid xid8 NOT NULL, position bigint NOT NULL, reason text NOT NULL, tries int NOT NULL,
            parked_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (feed, id));
        CREATE TABLE search.note (id bigint PRIMARY KEY, text text NOT NULL CHECK (char_length(text) <= 10), generation int NOT NULL);
        CREATE TABLE search.write (number bigint GENERATED ALWAYS AS IDENTITY, id bigint NOT NULL);
        """;

    private const string Upsert = """
        WITH written AS (INSERT INTO search.write (id) VALUES (@Id))
        INSERT INTO search.note (id, text, generation) VALUES (@Id, @Text, @Generation)
        ON CONFLICT (id) DO UPDATE SET text = excluded.text, generation = excluded.generation
        """;

    private readonly TestDatabase database;
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly DatabaseReadiness readiness = new();
    private readonly List<FeedParts<Note>> hosts = [];

    private Notebook(TestDatabase database)
    {
        this.database = database;
        Source = database.DataSource("search");
        readiness.Start();
    }

    public NpgsqlDataSource Source { get; }

    public WrittenFeed Feed { get; } = new();

    public LogRecorder Log { get; } = new();

    public int ModelVersion { get; set; } = 1;

    public static async Task<Notebook> OpenAsync()
    {
        var database = await TestDatabase.CreateAsync();
        await MigrationRunner.ApplyAsync(
            TestModule.Schema(database, "search", ("0001_create_note.sql", Schema)), new(database.Administrator), CancellationToken.None);
        return new(database);
    }

    /// <summary>What one more host would have; its reader is not started.</summary>
    public FeedParts<Note> NewHost()
    {
        var meters = services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>();
        hosts.Add(new(Source, new("search", "search", "notes"), Feed, this, meters, readiness, TimeProvider.System, Log.For<FeedReader<Note>>()));
        return hosts[^1];
    }

    public async Task<FeedParts<Note>> StartHostAsync()
    {
        var host = NewHost();
        await host.Reader.StartAsync(CancellationToken.None);
        return host;
    }

    public async Task AdministerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(database.Administrator + ";Pooling=false");
        await connection.ExecuteAsync(sql);
    }

    public async Task<string[]> TextsAsync()
    {
        await using var connection = await Source.OpenConnectionAsync();
        return [.. await connection.QueryAsync<string>("SELECT text FROM search.note ORDER BY id")];
    }

    public async Task<long[]> WritesAsync()
    {
        await using var connection = await Source.OpenConnectionAsync();
        return [.. await connection.QueryAsync<long>("SELECT id FROM search.write ORDER BY number")];
    }

    public async Task UntilTextsAreAsync(params string[] texts)
    {
        string[] found = [];
        await Eventually.HoldsAsync(
            async () => (found = await TextsAsync()).SequenceEqual(texts), $"the notes are {string.Join(", ", texts)}", instead: () => string.Join(", ", found));
    }

    public async Task ApplyAsync(NpgsqlConnection connection, IReadOnlyList<Note> changes, int generation, CancellationToken cancellationToken)
    {
        foreach (var (_, id, text) in changes)
        {
            if (text == "poison") throw new FormatException("Nobody can read this.");
            await connection.ExecuteAsync(text is null ? "DELETE FROM search.note WHERE id = @Id" : Upsert, new { Id = id, Text = text, Generation = generation });
        }
    }

    public Task<int> DeleteLeftoversAsync(NpgsqlConnection connection, int generation, int most, CancellationToken cancellationToken) => connection.ExecuteAsync(
        "DELETE FROM search.note WHERE id IN (SELECT id FROM search.note WHERE generation < @Generation LIMIT @Most)", new { Generation = generation, Most = most });

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.Reader.StopAsync(CancellationToken.None);
            host.Reader.Dispose();
        }
        await services.DisposeAsync();
        await Source.DisposeAsync();
        await database.DisposeAsync();
    }
}
