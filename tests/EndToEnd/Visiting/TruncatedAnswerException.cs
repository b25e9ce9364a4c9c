namespace MyThoughts.EndToEnd.Tests.Visiting;

/// <summary>An answer broke off after it had begun: its status came, and its end did not.</summary>
internal sealed class TruncatedAnswerException(string path, int status, Exception inner) : Exception($"The answer {status} of {path} broke off.", inner)
{
    public int Status { get; } = status;
}
