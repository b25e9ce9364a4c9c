using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts;

/// <summary>The contract inside the process that runs the module: a table of contents of its use cases.</summary>
internal sealed class InProcessThoughts(
    PostThoughtHandler post, ReadThoughtHandler read, ListThoughtsHandler list, PageThoughtsHandler page, DeleteThoughtHandler delete,
    [FromKeyedServices(ThoughtsModule.Name)] FeedSource feed)
    : IThoughts
{
    public Task<PostThoughtResult> PostAsync(PostThought command, CancellationToken cancellationToken) =>
        post.HandleAsync(command, cancellationToken);

    public Task<Thought?> FindAsync(long id, CancellationToken cancellationToken) => read.HandleAsync(id, cancellationToken);

    public IAsyncEnumerable<Thought> ListAsync(ListThoughts query, CancellationToken cancellationToken) =>
        list.HandleAsync(query, cancellationToken);

    public Task<ThoughtPage> PageAsync(ListThoughts query, CancellationToken cancellationToken) => page.HandleAsync(query, cancellationToken);

    public Task<DeleteThoughtResult> DeleteAsync(DeleteThought command, CancellationToken cancellationToken) =>
        delete.HandleAsync(command, cancellationToken);

    public Task<FeedChanges<ThoughtChange>> ChangesAsync(ReadChanges query, CancellationToken cancellationToken) =>
        feed.ReadAsync<ChangeRow, ThoughtChange>(query, row => row.ToChange(), cancellationToken);

    public Task<ThoughtChange?> ChangeOfAsync(long id, CancellationToken cancellationToken) =>
        feed.ReadOneAsync<ChangeRow, ThoughtChange>(id, row => row.ToChange(), cancellationToken);

    public Task<IReadOnlyList<string>> WaitUntilPassedAsync(FeedCursor position, TimeSpan wait, CancellationToken cancellationToken) =>
        feed.WaitUntilPassedAsync(position, wait, cancellationToken);

    public Task<FeedStatus> FeedStatusAsync(CancellationToken cancellationToken) => feed.StatusAsync(cancellationToken);
}
