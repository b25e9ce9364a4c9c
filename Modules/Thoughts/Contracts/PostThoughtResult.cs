namespace MyThoughts.Thoughts.Contracts;

/// <summary>What became of a <see cref="PostThought"/>: a thought, or errors by field.</summary>
/// <param name="Thought">The thought as stored; null when refused.</param>
/// <param name="Errors">Messages by field name; empty when posted.</param>
public sealed record PostThoughtResult(Thought? Thought, IDictionary<string, string[]> Errors)
{
    /// <summary>The thought was stored.</summary>
    /// <param name="thought">The thought as stored.</param>
    /// <returns>The result.</returns>
    public static PostThoughtResult Posted(Thought thought) => new(thought, new Dictionary<string, string[]>());

    /// <summary>The thought was refused and nothing was stored.</summary>
    /// <param name="errors">Messages by field name.</param>
    /// <returns>The result.</returns>
    public static PostThoughtResult Invalid(IDictionary<string, string[]> errors) => new(null, errors);
}
