using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using MyThoughts.Search.Contracts;
using MyThoughts.Search.CountWords;
using MyThoughts.Search.FindThoughts;
using MyThoughts.Search.FollowThoughts;
using MyThoughts.Search.ReadYourWrites;
using MyThoughts.Support;
using MyThoughts.Thoughts.Contracts;
using Npgsql;

namespace MyThoughts.Search.Tests;

/// <summary>The module on a database of its own, filled the way it is in life: by changes.</summary>
internal sealed class SearchDatabase : IAsyncDisposable
{
    private static readonly DateTime Epoch = new(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);
    private readonly TestDatabase database;

    private SearchDatabase(TestDatabase database)
    {
        this.database = database;
        Source = database.DataSource(SearchModule.Name);
        Table = new(Source, SearchPatience.Usual, TimeProvider.System);
        Counts = new(Source);
        Search = SearchOf(Table);
    }

    public IReadOnlyDictionary<string, string?> Settings => database.Settings();

    public NpgsqlDataSource Source { get; }

    public ThoughtTable Table { get; }

    public WordCounts Counts { get; }

    public ISearch Search { get; }

    /// <summary>The neighbour that knows what search does not know yet.</summary>
    public FakeFeed Thoughts { get; } = new();

    public static async Task<SearchDatabase> CreateAsync() => new(await TestDatabase.CreateAsync(SearchModule.Definition));

    public static async Task<SearchDatabase> CreateAsync(TestCluster cluster) =>
        new(await TestDatabase.CreateAsync(cluster, SearchModule.Definition));

    /// <summary>A thought posted as many minutes after noon of 2026-01-01 as its id says.</summary>
    public static Thought Thought(long id, string text, string username = "bruce") => new(id, username, text, Epoch.AddMinutes(id));

    public Task ApplyAsync(params Thought[] thoughts) =>
        WriteAsync([.. thoughts.Select(thought => new ThoughtChange(default, thought.Id, thought))]);

    public Task ForgetAsync(long id) => WriteAsync(new ThoughtChange(default, id, Thought: null));

    public Task<SearchResult> FindAsync(string? text, string? cursor = null, string? limit = null) =>
        FindAsync(new() { Text = text, Cursor = cursor, Limit = limit });

    public Task<SearchResult> FindAsync(SearchThoughts query) => Search.SearchAsync(query, CancellationToken.None);

    public async Task<string[]> TextsAsync(string? text)
    {
        var result = await FindAsync(text);
        result.Errors.Should().BeEmpty();
        return [.. result.Items.Select(match => match.Thought.Text)];
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await Source.OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
    }

    /// <summary>The search of somebody who waits for the first part of the table and no longer.</summary>
    public ISearch Impatient() => SearchOf(new(Source, new(TimeSpan.Zero), TimeProvider.System));

    /// <summary>How PostgreSQL takes a step.</summary>
    public async Task<string> PlanOfAsync(SearchStep step, SearchQuery query)
    {
        await using var connection = await Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(SearchSql.SettingsFor(step.Way));
        var conditions = Conditions.Of(query.Conditions);
        conditions.Values.AddDynamicParams(new { step.Window.Oldest, step.Window.Below, Segments = step.Segments?.ToArray() ?? [], Count = 21 });
        var lines = await connection.QueryAsync<string>($"EXPLAIN {SearchSql.Select(step, Direction.Older, conditions.Sql)}", conditions.Values);
        return string.Join('\n', lines);
    }

    /// <summary>What PostgreSQL does by itself every now and then.</summary>
    public Task VacuumAsync() => AsAdministratorAsync(async connection =>
    {
        await connection.ExecuteAsync("VACUUM ANALYZE search.thought");
        return await connection.ExecuteAsync("VACUUM ANALYZE search.frequency");
    });

    /// <summary>Closes every connection of the module's, and returns when their backends have ended.</summary>
    public async Task DisconnectAsync()
    {
        Source.Clear();
        await Eventually.HoldsAsync(
            () => AsAdministratorAsync(connection => connection.ExecuteScalarAsync<bool>(
                "SELECT NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND usename = 'search')")),
            "the module's backends have ended");
    }

    public async Task<T> AsAdministratorAsync<T>(Func<NpgsqlConnection, Task<T>> read)
    {
        await using var administrator = new NpgsqlConnection(database.Administrator + ";Pooling=false");
        await administrator.OpenAsync();
        return await read(administrator);
    }

    /// <summary>From now on every insert and update of a thought is counted.</summary>
    public async Task RecordWritesAsync()
    {
        await using var administrator = new NpgsqlConnection(database.Administrator + ";Pooling=false");
        await administrator.ExecuteAsync(
            """
            CREATE TABLE search.write (thought bigint NOT NULL);
            CREATE FUNCTION search.record_write() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN INSERT INTO search.write VALUES (NEW.id); RETURN NEW; END';
            CREATE TRIGGER record_write AFTER INSERT OR UPDATE ON search.thought
                FOR EACH ROW EXECUTE FUNCTION search.record_write();
            """);
    }

    public async Task<long> WritesAsync()
    {
        await using var connection = await Source.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM search.write");
    }

    private InProcessSearch SearchOf(ThoughtTable table) => new(new(
        table, new(table), new(table), new(new(Source, SearchModule.Name, "thoughts", TimeProvider.System), Thoughts, NullLogger<OwnWrites>.Instance), new SearchThoughtsValidator()));

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await database.DisposeAsync();
    }

    private async Task WriteAsync(params ThoughtChange[] changes)
    {
        await using var connection = await Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await new ThoughtModel().ApplyAsync(connection, changes, generation: 1, CancellationToken.None);
        await transaction.CommitAsync();
    }
}
