using Dapper;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Thoughts.Contracts;
using Npgsql;

namespace MyThoughts.Thoughts;

internal sealed class PostThoughtHandler(
    [FromKeyedServices(ThoughtsModule.Name)] NpgsqlDataSource database,
    [FromKeyedServices(ThoughtsModule.Name)] FeedNotifier feed,
    IdempotencyKeys keys,
    IValidator<PostThought> validator,
    TimeProvider clock)
{
    // A statement of its own: the next one must see what was committed until the lock was free.
    private const string Insert = $"""
        {DeletedAuthors.LockForPosts};
        INSERT INTO thoughts.thought (username, text, posted_at)
        SELECT @Username, @Text, @Now
        WHERE NOT EXISTS (SELECT FROM thoughts.deleted_author WHERE name_key = lower(@Username))
        RETURNING id, posted_at AS PostedAt, epoch, xid::text, position
        """;

    // Validation lives here, not in an endpoint filter, so that no caller can go around it.
    public async Task<PostThoughtResult> HandleAsync(PostThought command, CancellationToken cancellationToken)
    {
        var validation = await validator.ValidateAsync(command, cancellationToken);
        if (!validation.IsValid) return PostThoughtResult.Invalid(validation.ToDictionary());

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (command.IdempotencyKey is not null && await keys.TakeAsync(connection, command, cancellationToken) is { } earlier) return earlier;
        if (await InsertAsync(connection, command, cancellationToken) is not { } posted) return PostThoughtResult.Refused(PostThoughtRefusal.AuthorDeleted);
        if (command.IdempotencyKey is not null) await IdempotencyKeys.KeepAsync(connection, command, posted.Thought!, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        feed.Changed();
        return posted;
    }

    private async Task<PostThoughtResult?> InsertAsync(NpgsqlConnection connection, PostThought command, CancellationToken cancellationToken)
    {
        // The time as stored: .NET ticks are finer than PostgreSQL's microseconds, and POST must agree with GET.
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            Insert, new { command.Username, command.Text, Now = clock.GetUtcNow().UtcDateTime }, cancellationToken: cancellationToken));
        await results.ReadAsync<object>();
        return await results.ReadSingleOrDefaultAsync<Row>() is { } row
            ? PostThoughtResult.Posted(new(row.Id, command.Username, command.Text, row.PostedAt), FeedCursor.Read(row.Epoch, row.Xid, row.Position))
            : null;
    }

    private sealed record Row(long Id, DateTime PostedAt, long Epoch, string Xid, long Position);
}
