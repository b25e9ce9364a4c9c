using System.Diagnostics;

namespace MyThoughts.Support;

/// <summary>Waits for the thing itself, and not for a time in which it usually happens.</summary>
public static class Eventually
{
    /// <summary>How long a test waits for what takes no time to speak of, on a machine that is busy with something else.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Waits until a condition holds, and fails with what was waited for when it does not.</summary>
    /// <param name="condition">Asked again and again.</param>
    /// <param name="what">What holds then.</param>
    /// <param name="limit">How long to wait; <see cref="Patience"/> unless told.</param>
    /// <param name="instead">What was there instead, asked when the wait has run out.</param>
    /// <returns>How long it took.</returns>
    public static Task<TimeSpan> HoldsAsync(Func<bool> condition, string what, TimeSpan? limit = null, Func<string>? instead = null) =>
        HoldsAsync(() => Task.FromResult(condition()), what, limit, instead);

    /// <inheritdoc cref="HoldsAsync(Func{bool}, string, TimeSpan?, Func{string}?)" />
    public static async Task<TimeSpan> HoldsAsync(Func<Task<bool>> condition, string what, TimeSpan? limit = null, Func<string>? instead = null)
    {
        var patience = limit ?? Patience;
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > patience)
                throw new TimeoutException($"Not within {patience.TotalSeconds:0.#} s: {what}.{(instead is null ? "" : $" Instead: {instead()}")}");
            await Task.Delay(20);
        }
        return watch.Elapsed;
    }
}
