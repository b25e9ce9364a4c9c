using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace MyThoughts.Gateway.Cli.Parsing;

/// <summary>A command line that nobody understands: what is wrong, and where the right way is told.</summary>
internal static class WrongUsage
{
    private const int FewTypos = 2;

    /// <summary>A first word that is no verb. Without this, a verb with a typing error would start a gateway that serves.</summary>
    public static string? UnknownVerb(string[] args, RootCommand root)
    {
        if (args is not [var word, ..] || IsSetting(word) || root.Subcommands.Any(verb => verb.Name == word)) return null;
        var near = root.Subcommands.Select(verb => verb.Name).Where(name => Typos(word, name) <= FewTypos).MinBy(name => Typos(word, name));
        return $"There is no verb '{word}'.{(near is null ? "" : $" Did you mean {near}?")} See: gateway --help";
    }

    /// <summary>What is wrong with the words after the verb; null when nothing is.</summary>
    public static string? Of(ParseResult parsed)
    {
        var problems = parsed.Action is ParseErrorAction
            ? parsed.Errors.Select(Words).Distinct()
            : Strangers(parsed).Select(word => $"'{word}' means nothing here.");
        var told = string.Join(' ', problems);
        return told.Length == 0 ? null : $"{told} See: {string.Join(' ', PathOf(parsed))} --help";
    }

    // The framework's own words come in several lines, and say of an argument that is missing whose it is, but not which.
    private static string Words(ParseError error) => error.SymbolResult is ArgumentResult { Tokens.Count: 0, Parent: CommandResult } missing
        ? $"<{missing.Argument.Name}> is missing."
        : string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // The parser is lenient with all verbs because the root takes settings, and an unknown option may have become an argument.
    private static IEnumerable<string> Strangers(ParseResult parsed)
    {
        if (parsed.Action is not AsynchronousCommandLineAction) return [];   // help, version and completion
        var unmatched = parsed.CommandResult.Command.TreatUnmatchedTokensAsErrors ? parsed.UnmatchedTokens : [];
        return parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens.Select(token => token.Value))
            .Where(word => word is ['-', '-', ..]).Concat(unmatched);
    }

    // Directives begin with a bracket, settings with a dash or a slash, or have an equals sign.
    private static bool IsSetting(string word) => word is ['-' or '/' or '[', ..] || word.Contains('=', StringComparison.Ordinal);

    private static Stack<string> PathOf(ParseResult parsed)
    {
        var path = new Stack<string>();
        for (var command = parsed.CommandResult; command is not null; command = command.Parent as CommandResult)
            path.Push(command.Parent is null ? "gateway" : command.Command.Name);
        return path;
    }

    // Levenshtein's distance.
    private static int Typos(string wrong, string right)
    {
        var costs = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var row = 1; row <= wrong.Length; row++)
        {
            var diagonal = costs[0]++;
            for (var column = 1; column <= right.Length; column++)
            {
                var other = wrong[row - 1] == right[column - 1] ? diagonal : diagonal + 1;
                diagonal = costs[column];
                costs[column] = Math.Min(other, 1 + Math.Min(costs[column - 1], costs[column]));
            }
        }
        return costs[^1];
    }
}
