using System.CommandLine;
using MyThoughts.Gateway.Cli.Parsing;

namespace MyThoughts.Gateway.Cli.Changes;

/// <summary>What every change takes.</summary>
internal sealed class ChangeOptions
{
    private readonly Option<string?> reason = new("--reason") { HelpName = "text", Description = "Why, for the history." };

    private readonly Option<bool> force = new("--force")
    {
        Description = "Do what is unwise, such as sending visitors to a service without a healthy destination.",
    };

    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Say what would change, and change nothing." };

    private readonly Option<long?> ifVersion = Numbers.Version(
        "--if-version", "Only if the state is still at this version, for example the one that a script has looked at.");

    public IEnumerable<Symbol> All => [reason, force, dryRun, ifVersion];

    public ChangeWish Read(ParseResult parsed) => new(parsed.GetValue(reason), parsed.GetValue(force), parsed.GetValue(dryRun), parsed.GetValue(ifVersion));
}

/// <summary>How a change is wanted.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Force">Whether to do what is unwise.</param>
/// <param name="DryRun">Whether to only say what would change.</param>
/// <param name="IfVersion">The version that it is for; null for the present one.</param>
internal sealed record ChangeWish(string? Reason, bool Force, bool DryRun, long? IfVersion);
