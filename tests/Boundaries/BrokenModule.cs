using System.Reflection;

namespace MyThoughts.Boundaries.Tests;

/// <summary>A module whose every member fails.</summary>
public class BrokenModule : DispatchProxy
{
    private static readonly MethodInfo Items = typeof(BrokenModule).GetMethod(nameof(ItemsAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Lists.ItemOf(targetMethod!.ReturnType) is { } item
        ? Items.MakeGenericMethod(item).Invoke(null, null)
        : throw new InvalidOperationException("Broken.");

    private static async IAsyncEnumerable<T> ItemsAsync<T>()
    {
        await Task.Yield();
        if (DateTime.MaxValue > DateTime.UtcNow) throw new InvalidOperationException("Broken.");
        yield break;
    }
}
