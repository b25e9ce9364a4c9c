namespace MyThoughts.Support.Hosts;

/// <summary>A host did not do what it was started for.</summary>
/// <param name="problem">What happened, in one line.</param>
/// <param name="output">What the host wrote last.</param>
public sealed class HostFailedException(string problem, string output) : Exception($"{problem} It wrote:{Environment.NewLine}{output}")
{
    public string Problem => problem;
}
