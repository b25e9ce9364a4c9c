using MyThoughts.Gateway.Cli;
using MyThoughts.Gateway.Cli.Output;

namespace MyThoughts.Gateway.Tests.Cli;

/// <summary>The command line as somebody has it, in this process.</summary>
/// <param name="Variables">The environment; nothing of this process's own gets in.</param>
internal sealed record CommandLine(params (string Name, string? Value)[] Variables)
{
    public bool IsTerminal { get; init; }

    public int Width { get; init; } = int.MaxValue;

    public string Input { get; init; } = "";

    /// <summary>The same with another environment, where that says something.</summary>
    public CommandLine With(params (string Name, string? Value)[] variables) => this with { Variables = [.. variables, .. Variables] };

    public Task<Ran> RunAsync(params string[] args) => RunAsync(args, new SharedOutput(), CancellationToken.None);

    public async Task<Ran> RunAsync(string[] args, SharedOutput output, CancellationToken stop)
    {
        var error = new StringWriter();
        var terminal = new Terminal(output, error, name => Variables.FirstOrDefault(variable => variable.Name == name).Value)
        {
            Input = new StringReader(Input), IsInteractive = IsTerminal, Width = Width,
        };
        var code = await GatewayCommand.RunAsync(args, terminal, stop);
        return new(code, output.ToString().Replace("\r\n", "\n", StringComparison.Ordinal), error.ToString().Replace("\r\n", "\n", StringComparison.Ordinal));
    }
}
