using System.CommandLine;
using System.Globalization;
using System.Text;
using MyThoughts.Gateway.Cli.Changes;
using MyThoughts.Gateway.Cli.Output;

namespace MyThoughts.Gateway.Cli.Verbs;

/// <summary>Makes the state what a file says, all at once or not at all.</summary>
internal static class ApplyVerb
{
    /// <summary>What the gateway takes; more is told here, before megabytes travel.</summary>
    public const int LargestFile = 64 * 1024;

    private const string StandardInput = "-";

    public static Command Make(VerbSet verbs)
    {
        var file = new Option<string>("--file", "-f")
        {
            HelpName = "traffic.json", Required = true, Description = "The file; - is standard input. What it does not name stays as it is.",
        };
        var options = new ChangeOptions();
        return verbs.Verb("apply", "Makes the traffic what a file says, whole or not at all. Example: apply -f traffic.json --dry-run", [file, .. options.All],
            async (session, parsed, stop) =>
        {
            var name = parsed.GetRequiredValue(file);
            var document = await ReadAsync(name, session.Terminal, stop);
            var shown = name == StandardInput ? "standard input" : name;
            return await session.ChangeByQueryAsync(HttpMethod.Post, "apply", document, shown, options.Read(parsed), stop);
        });
    }

    private static async Task<string> ReadAsync(string name, Terminal terminal, CancellationToken cancellationToken)
    {
        if (name == StandardInput) return await ReadAsync(terminal.Input, "standard input", cancellationToken);
        try
        {
            if (Directory.Exists(name)) throw Unreadable(name, "it is a folder");
            // Whatever its encoding says: what a Windows shell redirects into a file may be UTF-16.
            using var reader = new StreamReader(name, detectEncodingFromByteOrderMarks: true);
            return await ReadAsync(reader, name, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(name, problem is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : problem.Message);
        }
    }

    private static async Task<string> ReadAsync(TextReader reader, string name, CancellationToken cancellationToken)
    {
        var buffer = new char[LargestFile + 1];
        var length = await reader.ReadBlockAsync(buffer, cancellationToken);
        var text = new string(buffer, 0, length);
        return length <= LargestFile && Encoding.UTF8.GetByteCount(text) <= LargestFile
            ? text
            : throw new CommandFailedException(ExitCode.Refused, string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: it has more than {LargestFile:N0} bytes (64 KB), which is the most that the gateway takes. Name only what shall change."));
    }

    private static CommandFailedException Unreadable(string name, string why) =>
        new(ExitCode.Refused, $"{name}: cannot be read: {why}. Example: apply -f traffic.json; `state > traffic.json` writes one.");
}
