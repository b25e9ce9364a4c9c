namespace MyThoughts.Thoughts;

/// <summary>
/// Fetches the first row before a list is answered. A response that has begun can no longer say 503, and what goes wrong, a
/// database that is away, goes wrong at the first row.
/// </summary>
internal static class BegunStream
{
    public static async Task<IAsyncEnumerable<T>> BeginAsync<T>(this IAsyncEnumerable<T> list, CancellationToken cancellationToken)
    {
        var rows = list.GetAsyncEnumerator(cancellationToken);
        try
        {
            return RestOf(rows, await rows.MoveNextAsync());
        }
        catch
        {
            await rows.DisposeAsync();
            throw;
        }
    }

    private static async IAsyncEnumerable<T> RestOf<T>(IAsyncEnumerator<T> rows, bool hasRow)
    {
        await using (rows)
        {
            for (; hasRow; hasRow = await rows.MoveNextAsync()) yield return rows.Current;
        }
    }
}
