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
    IValidator<PostThought> validator,
    TimeProvider clock)
{
    private const string Insert = """
        INSERT INTO thoughts.thought (username, text, posted_at)
        VALUES (@Username, @Text, @Now)
        RETURNING id, posted_at
        """;

    // Validation lives here, not in an endpoint filter, so that no caller can go around it.
    public async Task<PostThoughtResult> HandleAsync(PostThought command, CancellationToken cancellationToken)
    {
        var validation = await validator.ValidateAsync(command, cancellationToken);
        if (!validation.IsValid) return PostThoughtResult.Invalid(validation.ToDictionary());

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        // The time as stored: .NET ticks are finer than PostgreSQL's microseconds, and POST must agree with GET.
        var (id, postedAt) = await connection.QuerySingleAsync<(long, DateTime)>(new CommandDefinition(
            Insert, new { command.Username, command.Text, Now = clock.GetUtcNow().UtcDateTime }, cancellationToken: cancellationToken));
        feed.Changed();
        return PostThoughtResult.Posted(new Thought(id, command.Username, command.Text, postedAt));
    }
}
