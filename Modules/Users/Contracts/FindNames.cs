namespace MyThoughts.Users.Contracts;

/// <summary>Asks which of many names are somebody's.</summary>
/// <param name="Names">The names as somebody wrote them; those beyond the first <see cref="Most"/> are not looked at.</param>
public sealed record FindNames(IReadOnlyList<string> Names)
{
    /// <summary>The most names in a question: in JSON, so many fit into the 64 KB that a host reads, whatever is in them.</summary>
    public const int Most = 100;
}

/// <summary>A name that is somebody's.</summary>
/// <param name="Name">The name as it was asked for.</param>
/// <param name="Username">The same as its owner registered it.</param>
public sealed record KnownName(string Name, string Username);
