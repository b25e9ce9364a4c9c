using System.Reflection;

namespace MyThoughts.Boundaries.Tests;

/// <summary>Lists that a contract's member streams, whatever is in them.</summary>
internal static class Lists
{
    private static readonly MethodInfo Read = typeof(Lists).GetMethod(nameof(ReadAllAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>What the list that a member returns is of; null when it returns something else.</summary>
    public static Type? ItemOf(Type returned) =>
        returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>) ? returned.GetGenericArguments()[0] : null;

    /// <summary>Reads such a list to its end.</summary>
    public static Task ReadAsync(Type item, object list) => (Task)Read.MakeGenericMethod(item).Invoke(null, [list])!;

    private static async Task ReadAllAsync<T>(IAsyncEnumerable<T> list)
    {
        await foreach (var _ in list) { }
    }
}
