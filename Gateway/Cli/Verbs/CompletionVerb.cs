using System.CommandLine;
using MyThoughts.Gateway.Cli.Output;

namespace MyThoughts.Gateway.Cli.Verbs;

/// <summary>Scripts that make a shell complete the command line: verbs, options, and names that the gateway knows.</summary>
internal static class CompletionVerb
{
    private const string Bash = """
        # source <({name} completion bash)
        _{function}_complete() {
            local line="${COMP_WORDS[*]:1:COMP_CWORD}"
            COMPREPLY=($(compgen -W "$({program} "[suggest:${#line}]" "$line" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -F _{function}_complete {name}
        """;

    private const string Zsh = """
        # source <({name} completion zsh)
        _{function}_complete() {
            local line="${(j: :)words[2,CURRENT]}"
            local -a found=("${(@f)$({program} "[suggest:${#line}]" "$line" 2>/dev/null)}")
            compadd -- $found
        }
        compdef _{function}_complete {name}
        """;

    private const string Pwsh = """
        # {name} completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName {name} -ScriptBlock {
            param($word, $ast, $cursor)
            $line = ($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.Extent.Text }) -join ' '
            if (-not $word) { $line = "$line " }
            & {program} "[suggest:$($line.Length)]" $line 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    public static Command Make(VerbSet verbs)
    {
        var completion = new Command("completion", "Writes a script that makes a shell complete verbs, options, and the names of routes and clusters.");
        completion.Add(Shell(verbs, "bash", Bash, text => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'"));
        completion.Add(Shell(verbs, "zsh", Zsh, text => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'"));
        completion.Add(Shell(verbs, "pwsh", Pwsh, text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"));
        return completion;
    }

    private static Command Shell(VerbSet verbs, string shell, string script, Func<string, string> quote)
    {
        var name = new Option<string>("--name")
        {
            HelpName = "name", Description = "What you call the gateway's program, an alias for example.", DefaultValueFactory = _ => "gateway",
        };
        name.Validators.Add(result =>
        {
            if (!FunctionOf(result.GetValueOrDefault<string>()).All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
                result.AddError("--name is the name of a program: letters, digits, dots and dashes.");
        });
        return verbs.LocalVerb(shell, $"The script for {shell}.", [name], (parsed, _) =>
        {
            Write(verbs.Terminal, script, parsed.GetRequiredValue(name), string.Join(' ', Program().Select(quote)));
            return Task.FromResult(ExitCode.Done);
        });
    }

    private static void Write(Terminal terminal, string script, string name, string program) => terminal.WriteLine(script
        .Replace("{name}", name, StringComparison.Ordinal)
        .Replace("{function}", FunctionOf(name), StringComparison.Ordinal)
        .Replace("{program}", program, StringComparison.Ordinal));

    private static string FunctionOf(string name) => name.Replace('.', '_').Replace('-', '_');

    // This very program, with the runtime in front of it when it was started so.
    private static IEnumerable<string> Program()
    {
        var (process, assembly) = (Environment.ProcessPath ?? "dotnet", typeof(CompletionVerb).Assembly.Location);
        return Path.GetFileNameWithoutExtension(process) == "dotnet" ? [process, assembly] : [process];
    }
}
