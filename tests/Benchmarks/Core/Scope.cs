namespace MyThoughts.Benchmarks.Core;

/// <summary>What was started for a part, ended in reverse order.</summary>
internal sealed class Scope : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> things = new();

    public T Add<T>(T thing) where T : IAsyncDisposable
    {
        things.Push(thing);
        return thing;
    }

    public async ValueTask DisposeAsync()
    {
        while (things.TryPop(out var thing)) await thing.DisposeAsync();
    }
}
