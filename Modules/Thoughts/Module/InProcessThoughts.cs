using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts;

/// <summary>The contract inside the process that runs the module: a table of contents of its use cases.</summary>
internal sealed class InProcessThoughts(
    PostThoughtHandler post, ReadThoughtHandler read, ListThoughtsHandler list, DeleteThoughtHandler delete, ReadChangesHandler changes)
    : IThoughts
{
    public Task<PostThoughtResult> PostAsync(PostThought command, CancellationToken cancellationToken) =>
        post.HandleAsync(command, cancellationToken);

    public Task<Thought?> FindAsync(long id, CancellationToken cancellationToken) => read.HandleAsync(id, cancellationToken);

    public IAsyncEnumerable<Thought> ListAsync(ListThoughts query, CancellationToken cancellationToken) =>
        list.HandleAsync(query, cancellationToken);

    public Task DeleteAsync(long id, CancellationToken cancellationToken) => delete.HandleAsync(id, cancellationToken);

    public Task<ThoughtChanges> ChangesAsync(ReadThoughtChanges query, CancellationToken cancellationToken) =>
        changes.HandleAsync(query, cancellationToken);
}
