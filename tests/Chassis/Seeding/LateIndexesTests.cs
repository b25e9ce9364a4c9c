using Dapper;
using MyThoughts.Chassis.Seeding;
using MyThoughts.Chassis.Tests.Database;
using MyThoughts.Support;
using Npgsql;

namespace MyThoughts.Chassis.Tests.Seeding;

internal sealed class LateIndexesTests
{
    [Test]
    public async Task Indexes_come_back_as_they_were_although_a_build_was_broken_off()
    {
        await using var database = await TestDatabase.CreateAsync(TestHost.Module);
        await using var connection = new NpgsqlConnection(database.Administrator);
        await connection.ExecuteAsync("""
            CREATE SCHEMA shop; 
            CREATE TABLE shop.book (id int PRIMARY KEY, title text NOT NULL, author text UNIQUE);
            CREATE INDEX "By Title" ON shop.book (lower(title) DESC, id) WHERE title <> '';
            CREATE INDEX containing ON shop.book USING gin (title extensions.gin_trgm_ops) WITH (fastupdate = off);
            CREATE TABLE shop.other (id int); CREATE INDEX other_id ON shop.other (id);
            """);
        var before = await IndexesAsync(connection);
        var late = new LateIndexes(new(database.Administrator), "shop");

        await late.DropAsync(["book"], CancellationToken.None);
        (await IndexesAsync(connection)).Should().HaveCount(before.Count - 2, "unique indexes are rules, and the other table was not named");
        // What a build that breaks off leaves behind: an index of that name that is of no use.
        await connection.ExecuteAsync("INSERT INTO shop.book VALUES (1, 'twice', 'a'), (2, 'twice', 'b')");
        await connection.Invoking(broken => broken.ExecuteAsync("CREATE UNIQUE INDEX CONCURRENTLY containing ON shop.book (title)")).Should().ThrowAsync<PostgresException>();
        await late.DropAsync(["book"], CancellationToken.None);
        await using (var progress = new SeedProgress(TextWriter.Null, TimeProvider.System, TimeSpan.FromMinutes(1)))
        {
            await late.BuildAsync(progress, CancellationToken.None);
            await late.BuildAsync(progress, CancellationToken.None);
        }

        (await IndexesAsync(connection)).Should().Equal(before);
        (await connection.QuerySingleAsync<bool>("SELECT to_regclass('shop.late_index') IS NULL")).Should().BeTrue();
    }

    private static async Task<List<string>> IndexesAsync(NpgsqlConnection connection) => [.. await connection.QueryAsync<string>("""
        SELECT pg_get_indexdef(indexrelid) || indisvalid
        FROM pg_index JOIN pg_class AS owner ON owner.oid = indrelid
        WHERE owner.relnamespace = 'shop'::regnamespace AND owner.relname <> 'late_index'
        ORDER BY 1
        """)];
}
