using Microsoft.AspNetCore.Http;

namespace MyThoughts.Thoughts;

/// <summary>
/// Fetches the first row before a list is answered. A response that has begun can no longer say 503, and what goes wrong, a
/// database that is away, goes wrong at the first row.
/// </summary>
internal static class BegunStream
{
    // The rows end with the response: when the reader hangs up, the framework's JSON writer may leave a list without disposing of it.
    public static async Task<IAsyncEnumerable<T>> BeginAsync<T>(this IAsyncEnumerable<T> list, HttpContext context)
    {
        var rows = list.GetAsyncEnumerator(context.RequestAborted);
        context.Response.RegisterForDisposeAsync(rows);
        return RestOf(rows, await rows.MoveNextAsync());
    }

    private static async IAsyncEnumerable<T> RestOf<T>(IAsyncEnumerator<T> rows, bool hasRow)
    {
        for (; hasRow; hasRow = await rows.MoveNextAsync()) yield return rows.Current;
    }
}
