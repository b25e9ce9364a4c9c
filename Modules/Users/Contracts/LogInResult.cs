using System.Text.Json.Serialization;

namespace MyThoughts.Users.Contracts;

/// <summary>What became of a <see cref="LogIn"/>.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Session">The session; null unless logged in.</param>
/// <param name="Errors">Messages by field name; empty unless invalid.</param>
/// <param name="RetryAfter">When to come back; null unless there were too many attempts or too many at once.</param>
public sealed record LogInResult(LogInOutcome Outcome, Session? Session, IDictionary<string, string[]> Errors, TimeSpan? RetryAfter)
{
    /// <summary>Name or password is wrong; which one is not said.</summary>
    public static LogInResult Refused { get; } = Without(LogInOutcome.Refused);

    /// <summary>The password was right.</summary>
    /// <param name="session">The session.</param>
    /// <returns>The result.</returns>
    public static LogInResult LoggedIn(Session session) => Without(LogInOutcome.LoggedIn) with { Session = session };

    /// <summary>Name or password could not be those of any account.</summary>
    /// <param name="errors">Messages by field name.</param>
    /// <returns>The result.</returns>
    public static LogInResult Invalid(IDictionary<string, string[]> errors) => Without(LogInOutcome.Invalid) with { Errors = errors };

    /// <summary>Too many wrong passwords came from there: the password was not looked at.</summary>
    /// <param name="retryAfter">How long until it will be.</param>
    /// <returns>The result.</returns>
    public static LogInResult TooManyAttempts(TimeSpan retryAfter) => Without(LogInOutcome.TooManyAttempts) with { RetryAfter = retryAfter };

    /// <summary>Too many passwords are being checked already.</summary>
    /// <param name="retryAfter">When to try again.</param>
    /// <returns>The result.</returns>
    public static LogInResult Busy(TimeSpan retryAfter) => Without(LogInOutcome.Busy) with { RetryAfter = retryAfter };

    private static LogInResult Without(LogInOutcome outcome) => new(outcome, null, new Dictionary<string, string[]>(), null);
}

/// <summary>How a <see cref="LogIn"/> ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LogInOutcome>))]
public enum LogInOutcome
{
    /// <summary>Name or password is wrong.</summary>
    Refused,

    /// <summary>There is a session.</summary>
    LoggedIn,

    /// <summary>Name or password could not be those of any account.</summary>
    Invalid,

    /// <summary>Too many wrong passwords for this name from this network, or from this network at all.</summary>
    TooManyAttempts,

    /// <summary>Too many passwords are being checked at the moment.</summary>
    Busy,
}
