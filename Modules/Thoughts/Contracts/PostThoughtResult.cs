using System.Text.Json.Serialization;
using MyThoughts.Chassis.Feeds;

namespace MyThoughts.Thoughts.Contracts;

/// <summary>What became of a <see cref="PostThought"/>: a thought, errors by field, or a refusal for another reason.</summary>
/// <param name="Thought">The thought as stored; null when refused.</param>
/// <param name="Errors">Messages by field name; empty unless a field is wrong.</param>
/// <param name="Refusal">Why nothing was stored although every field is right; null otherwise.</param>
/// <param name="Position">Where the thought stands in the feed: a reader that has passed it knows it.</param>
public sealed record PostThoughtResult(
    Thought? Thought, IDictionary<string, string[]> Errors, PostThoughtRefusal? Refusal = null, FeedCursor? Position = null)
{
    /// <summary>The thought was stored, now or by an earlier request with the same key.</summary>
    /// <param name="thought">The thought as stored.</param>
    /// <param name="position">Where it stands in the feed.</param>
    /// <returns>The result.</returns>
    public static PostThoughtResult Posted(Thought thought, FeedCursor position) => new(thought, new Dictionary<string, string[]>(), Position: position);

    /// <summary>The thought was refused and nothing was stored.</summary>
    /// <param name="errors">Messages by field name.</param>
    /// <returns>The result.</returns>
    public static PostThoughtResult Invalid(IDictionary<string, string[]> errors) => new(null, errors);

    /// <summary>The thought was refused and nothing was stored.</summary>
    /// <param name="refusal">Why.</param>
    /// <returns>The result.</returns>
    public static PostThoughtResult Refused(PostThoughtRefusal refusal) => new(null, new Dictionary<string, string[]>(), refusal);
}

/// <summary>Why a valid thought is not stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PostThoughtRefusal>))]
public enum PostThoughtRefusal
{
    /// <summary>The author's account is deleted, although a token of theirs lives on.</summary>
    AuthorDeleted,

    /// <summary>The idempotency key was used within 24 hours with another text.</summary>
    KeyReused,
}
