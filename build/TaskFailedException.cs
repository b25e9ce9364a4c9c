/// <summary>A task cannot go on. The message says why and what to do, and is all that the user sees.</summary>
/// <param name="message">One line.</param>
internal sealed class TaskFailedException(string message) : Exception(message);
