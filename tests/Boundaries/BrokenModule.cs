using System.Reflection;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Boundaries.Tests;

/// <summary>A module whose every member fails.</summary>
public class BrokenModule : DispatchProxy
{
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.ReturnType == typeof(IAsyncEnumerable<Thought>) ? Items() : throw new InvalidOperationException("Broken.");

    private static async IAsyncEnumerable<Thought> Items()
    {
        await Task.Yield();
        if (DateTime.MaxValue > DateTime.UtcNow) throw new InvalidOperationException("Broken.");
        yield break;
    }
}
