using Dapper;
using MyThoughts.Chassis.Seeding;
using MyThoughts.Chassis.Tests.Database;
using MyThoughts.Support;
using Npgsql;
using NpgsqlTypes;

namespace MyThoughts.Chassis.Tests.Seeding;

internal sealed class BulkCopyTests
{
    private const string Copy = "COPY number (number) FROM STDIN (FORMAT BINARY)";

    [Test]
    public async Task A_slow_copy_is_cut_into_short_transactions_and_loses_no_row()
    {
        await using var database = await TestDatabase.CreateAsync(TestHost.Module);
        await using var source = await TableAsync(database);
        var copy = new BulkCopy<int>(source, Copy, Write) { LongestCopy = TimeSpan.Zero };
        var commits = new List<long>();

        await copy.WriteAsync(Enumerable.Range(1, 1_000), commits.Add, CancellationToken.None);

        commits.Should().Equal(256, 512, 768, 1_000);
        (await NumbersAsync(source)).Should().Equal(Enumerable.Range(1, 1_000));
    }

    [Test]
    public async Task What_was_committed_before_it_is_stopped_stays_and_is_a_beginning()
    {
        await using var database = await TestDatabase.CreateAsync(TestHost.Module);
        await using var source = await TableAsync(database);
        using var stop = new CancellationTokenSource();
        var copy = new BulkCopy<int>(source, Copy, Write);

        var writing = () => copy.WriteAsync(Enumerable.Range(1, 100_000), _ => stop.Cancel(), stop.Token);

        await writing.Should().ThrowAsync<OperationCanceledException>();
        (await NumbersAsync(source)).Should().Equal(Enumerable.Range(1, 20_000));
    }

    [Test]
    public async Task A_row_that_cannot_be_made_ends_it_with_its_reason()
    {
        await using var database = await TestDatabase.CreateAsync(TestHost.Module);
        await using var source = await TableAsync(database);
        var copy = new BulkCopy<int>(source, Copy, Write);

        var writing = () => copy.WriteAsync(Enumerable.Range(1, 50_000).Select(number => number < 30_000 ? number : throw new InvalidOperationException("No more.")), _ => { }, CancellationToken.None);

        await writing.Should().ThrowAsync<InvalidOperationException>().WithMessage("No more.");
    }

    private static void Write(NpgsqlBinaryImporter import, int number) => import.Write(number, NpgsqlDbType.Integer);

    private static async Task<NpgsqlDataSource> TableAsync(TestDatabase database)
    {
        var source = NpgsqlDataSource.Create(database.Administrator);
        await using var connection = await source.OpenConnectionAsync();
        await connection.ExecuteAsync("CREATE TABLE number (number integer, id serial)");
        return source;
    }

    private static async Task<IEnumerable<int>> NumbersAsync(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await connection.QueryAsync<int>("SELECT number FROM number ORDER BY id");
    }
}
