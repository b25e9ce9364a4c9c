using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;

namespace MyThoughts.Gateway.Cli.Parsing;

/// <summary>What a shell offers at the cursor: words first, and options to whoever begins one or has nothing else to say.</summary>
internal sealed class Suggestions(SuggestDirective directive) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var line = parseResult.Tokens.LastOrDefault(token => token.Type != TokenType.Directive)?.Value ?? "";
        var cursor = Math.Min(CursorOf(parseResult) ?? line.Length, line.Length);
        var typed = line[..cursor].Split(' ')[^1];
        var found = parseResult.RootCommandResult.Command.Parse(line, parseResult.Configuration).GetCompletions(cursor).Select(item => item.Label).ToList();
        var words = found.Where(label => label is not ['-' or '/', ..]).ToList();
        var options = found.Where(label => label is ['-', '-', ..]);
        foreach (var label in typed is ['-', ..] || words.Count == 0 ? options : words) parseResult.InvocationConfiguration.Output.WriteLine(label);
        return 0;
    }

    private int? CursorOf(ParseResult parsed) =>
        parsed.GetResult(directive) is { Values: [var at, ..] } && int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) ? cursor : null;
}
