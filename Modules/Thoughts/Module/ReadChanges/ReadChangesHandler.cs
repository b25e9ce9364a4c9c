using System.Globalization;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Thoughts.Contracts;
using Npgsql;

namespace MyThoughts.Thoughts;

internal sealed class ReadChangesHandler(
    [FromKeyedServices(ThoughtsModule.Name)] NpgsqlDataSource database,
    [FromKeyedServices(ThoughtsModule.Name)] FeedPoll poll)
{
    private const int LargestBatch = 1_000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    // The horizon is the oldest transaction still open: below it nothing more can appear, so a reader that has passed a row has
    // passed all that come before it. Rows above it are held back, not skipped. Comparing whole rows lets the index find both ends.
    // Unqualified, xid in ORDER BY would be the text of the output column, and 10 would come before 9.
    private const string Look = """
        SELECT EXISTS (SELECT FROM thoughts.epoch WHERE number = @Epoch)
            AND (@Epoch < thoughts.current_epoch() OR @Xid::xid8 < pg_snapshot_xmax(pg_current_snapshot()));

        SELECT epoch, xid::text, position, id, username, text, posted_at AS timestamp
        FROM thoughts.thought
        WHERE (epoch, xid, position) > (@Epoch, @Xid::xid8, @Position)
            AND (epoch, xid) < (thoughts.current_epoch(), pg_snapshot_xmin(pg_current_snapshot()))
        ORDER BY thought.epoch, thought.xid, thought.position
        LIMIT @Limit;

        SELECT EXISTS (
            SELECT FROM thoughts.thought WHERE (epoch, xid, position) > (@Epoch, @Xid::xid8, @Position));
        """;

    public async Task<ThoughtChanges> HandleAsync(ReadThoughtChanges query, CancellationToken cancellationToken)
    {
        var wait = TimeSpan.FromSeconds(Math.Clamp(query.Wait.TotalSeconds, 0, LongestWait.TotalSeconds));
        var batch = await poll.WaitAsync(token => LookAsync(query, token), wait, cancellationToken);
        return new(batch.Changes, batch.IsGone);
    }

    private async Task<FeedBatch<ThoughtChange>> LookAsync(ReadThoughtChanges query, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(Look, new
        {
            query.After.Epoch,
            // Npgsql and Dapper know no unsigned numbers.
            Xid = query.After.Xid.ToString(CultureInfo.InvariantCulture),
            query.After.Position,
            Limit = Math.Clamp(query.Limit, 1, LargestBatch),
        }, cancellationToken: cancellationToken));

        var isKnown = await results.ReadSingleAsync<bool>() || query.After == FeedCursor.Start;
        if (!isKnown) return new([], IsGone: true);
        var rows = await results.ReadAsync<ChangeRow>();
        return new([.. rows.Select(row => row.ToChange())], IsHeldBack: await results.ReadSingleAsync<bool>());
    }
}
