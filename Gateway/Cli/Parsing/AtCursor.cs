using System.CommandLine;
using System.CommandLine.Completions;

namespace MyThoughts.Gateway.Cli.Parsing;

/// <summary>Which argument somebody is typing: the parser asks all of them for completions, the ones that are given already too.</summary>
internal static class AtCursor
{
    public static bool Is(Argument argument, CompletionContext context) => argument == context.ParseResult.CommandResult.Command.Arguments
        .FirstOrDefault(one => context.ParseResult.GetResult(one)?.Tokens is not { Count: > 0 } given || given[^1].Value == context.WordToComplete);
}
