using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Http;
using MyThoughts.Chassis.Pages;

namespace MyThoughts.Users.Contracts;

/// <summary>
/// Finds out whom texts mention, for pages that make links of it. What Users said is remembered for a while. When Users is away or slow
/// the page goes out without: who is not remembered counts as unknown, and the next page asks again.
/// </summary>
/// <param name="users">Users, in process or remote.</param>
/// <param name="clock">Tells when to ask again.</param>
/// <param name="logger">Hears when Users does not say, once.</param>
public sealed partial class MentionedPeople(IUsers users, TimeProvider clock, ILogger<MentionedPeople> logger) : IDisposable
{
    private const int MostRemembered = 10_000;
    private const int MostQuestions = 16;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(300);

    // For so long a deleted account is still linked, and somebody who has just signed up is not.
    private static readonly TimeSpan KnownFor = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan UnknownFor = TimeSpan.FromSeconds(10);

    private readonly MemoryCache memory = new(new MemoryCacheOptions { SizeLimit = MostRemembered, Clock = new Clock(clock) });

    // A question outlives the page that did not wait for its answer. Pages that find no place go out without asking.
    private readonly SemaphoreSlim places = new(MostQuestions);
    private int isSilent;

    internal int Remembered => memory.Count;

    /// <summary>Finds them, with one question for all of them.</summary>
    /// <param name="texts">The texts of a page.</param>
    /// <param name="cancellationToken">Ends the wait with an exception.</param>
    /// <returns>Usernames by the names with which the texts mention them.</returns>
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        var people = new Dictionary<string, string>();
        var asked = new List<string>();
        foreach (var name in texts.SelectMany(Mentions.In).Distinct())
        {
            if (!memory.TryGetValue(name, out string? username)) asked.Add(name);
            else if (username is not null) people[name] = username;
        }
        if (asked.Count > 0) foreach (var found in await AskAsync(asked, cancellationToken)) people[found.Name] = found.Username;
        return people;
    }

    /// <inheritdoc/>
    public void Dispose() => memory.Dispose();

    private async Task<IReadOnlyList<KnownName>> AskAsync(List<string> names, CancellationToken cancellationToken)
    {
        if (!places.Wait(0, CancellationToken.None)) return [];
        try
        {
            var found = await LearnAsync(names).WaitAsync(LongestWait, clock, cancellationToken);
            if (Interlocked.Exchange(ref isSilent, 0) == 1) LogBack();
            return found;
        }
        catch (Exception problem) when (problem is NeighbourUnavailableException or TimeoutException || DatabaseUnavailable.Is(problem))
        {
            if (Interlocked.Exchange(ref isSilent, 1) == 0) LogSilent(problem.Message);
            return [];
        }
    }

    // The answer is for everybody: it is not given up with the page that asked.
    private async Task<IReadOnlyList<KnownName>> LearnAsync(List<string> names)
    {
        try
        {
            var found = new List<KnownName>();
            foreach (var some in names.Chunk(FindNames.Most))
            {
                var known = await users.FindNamesAsync(new(some), CancellationToken.None);
                Remember(some, known);
                found.AddRange(known);
            }
            return found;
        }
        finally
        {
            places.Release();
        }
    }

    private void Remember(string[] names, IReadOnlyList<KnownName> known)
    {
        var usernames = known.DistinctBy(found => found.Name).ToDictionary(found => found.Name, found => found.Username);
        foreach (var name in names)
        {
            var username = usernames.GetValueOrDefault(name);
            memory.Set(name, username, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = username is null ? UnknownFor : KnownFor });
        }
    }

    [LoggerMessage(LogLevel.Warning, "Mentions are shown as text, because Users does not say who exists: {Problem}")]
    private partial void LogSilent(string problem);

    [LoggerMessage(LogLevel.Information, "Users says again who exists: mentions are links again.")]
    private partial void LogBack();

    private sealed class Clock(TimeProvider clock) : ISystemClock
    {
        public DateTimeOffset UtcNow => clock.GetUtcNow();
    }
}
