/// <summary>A task of this repository.</summary>
/// <param name="Name">What to type.</param>
/// <param name="Purpose">What it does, in one line.</param>
/// <param name="RunAsync">Runs it with the rest of the command line; the result is the exit code.</param>
internal sealed record BuildTask(string Name, string Purpose, Func<string[], CancellationToken, Task<int>> RunAsync);
