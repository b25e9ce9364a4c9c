using System.Text;
using System.Text.RegularExpressions;

namespace MyThoughts.Gateway.Cli.Output;

/// <summary>Where the command line reads and writes, and what its surroundings tell it.</summary>
/// <param name="output">What was asked for.</param>
/// <param name="error">What went wrong.</param>
/// <param name="variable">Reads an environment variable.</param>
internal sealed partial class Terminal(TextWriter output, TextWriter error, Func<string, string?> variable)
{
    public TextWriter Output => output;

    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>Whether a person looks at the output while it is written.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Columns of the window; as many as one likes where nothing is cut off.</summary>
    public int Width { get; init; } = int.MaxValue;

    /// <summary>Lines of the window.</summary>
    public int Height { get; init; } = int.MaxValue;

    // https://no-color.org
    public bool HasColor => IsInteractive && string.IsNullOrEmpty(variable("NO_COLOR")) && variable("TERM") != "dumb";

    public static Terminal OfProcess()
    {
        // A Windows console of another encoding shows question marks for names.
        if (OperatingSystem.IsWindows()) Console.OutputEncoding = Encoding.UTF8;
        var isInteractive = !Console.IsOutputRedirected;
        return new(Console.Out, Console.Error, Environment.GetEnvironmentVariable)
        {
            Input = Console.In,
            IsInteractive = isInteractive,
            Width = isInteractive && Console.WindowWidth > 0 ? Console.WindowWidth : int.MaxValue,
            Height = isInteractive && Console.WindowHeight > 0 ? Console.WindowHeight : int.MaxValue,
        };
    }

    public string? Variable(string name) => variable(name) is { Length: > 0 } value ? value : null;

    public void WriteLine(string text = "") => output.WriteLine(text);

    /// <summary>Says what went wrong, a line for each problem. A key that somebody typed in the wrong place is not repeated.</summary>
    public void Complain(string message)
    {
        foreach (var line in message.Split('\n')) error.WriteLine($"gateway: {Key().Replace(PlainText.Of(line), "mt_…")}");
    }

    [GeneratedRegex("mt_[0-9a-zA-Z]+_[0-9a-zA-Z]*")]
    private static partial Regex Key();
}
