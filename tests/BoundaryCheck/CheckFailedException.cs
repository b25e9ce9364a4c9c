namespace MyThoughts.BoundaryCheck;

/// <summary>The check can't begin; the message is the one line to show.</summary>
internal sealed class CheckFailedException(string message) : Exception(message);
