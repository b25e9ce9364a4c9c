using System.Text.Json.Serialization;

namespace MyThoughts.Users.Contracts;

/// <summary>What became of a <see cref="RegisterUser"/>.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="User">The person; null unless registered.</param>
/// <param name="Session">Their session, when they signed up themselves.</param>
/// <param name="Errors">Messages by field name; empty unless invalid.</param>
/// <param name="RetryAfter">When to come back; null unless busy.</param>
public sealed record RegisterUserResult(
    RegisterUserOutcome Outcome, User? User, Session? Session, IDictionary<string, string[]> Errors, TimeSpan? RetryAfter)
{
    /// <summary>Somebody has the name, or had it once.</summary>
    public static RegisterUserResult Taken { get; } = Without(RegisterUserOutcome.Taken);

    /// <summary>The account was made.</summary>
    /// <param name="user">The person.</param>
    /// <param name="session">Their session, or null.</param>
    /// <returns>The result.</returns>
    public static RegisterUserResult Registered(User user, Session? session) =>
        Without(RegisterUserOutcome.Registered) with { User = user, Session = session };

    /// <summary>Name or password breaks a rule and nothing was stored.</summary>
    /// <param name="errors">Messages by field name.</param>
    /// <returns>The result.</returns>
    public static RegisterUserResult Invalid(IDictionary<string, string[]> errors) => Without(RegisterUserOutcome.Invalid) with { Errors = errors };

    /// <summary>Too many passwords are being hashed already.</summary>
    /// <param name="retryAfter">When to try again.</param>
    /// <returns>The result.</returns>
    public static RegisterUserResult Busy(TimeSpan retryAfter) => Without(RegisterUserOutcome.Busy) with { RetryAfter = retryAfter };

    private static RegisterUserResult Without(RegisterUserOutcome outcome) => new(outcome, null, null, new Dictionary<string, string[]>(), null);
}

/// <summary>How a <see cref="RegisterUser"/> ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RegisterUserOutcome>))]
public enum RegisterUserOutcome
{
    /// <summary>Name or password breaks a rule.</summary>
    Invalid,

    /// <summary>The account was made.</summary>
    Registered,

    /// <summary>The name is not free.</summary>
    Taken,

    /// <summary>Too many passwords are being hashed at the moment.</summary>
    Busy,
}
