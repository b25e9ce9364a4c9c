namespace MyThoughts.Gateway.Cli;

/// <summary>A verb cannot go on. The message names the place and the fix, a line for each problem.</summary>
internal sealed class CommandFailedException(ExitCode code, string message) : Exception(message)
{
    public ExitCode Code => code;
}
