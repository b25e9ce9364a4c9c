namespace MyThoughts.Gateway.Cli.Http;

/// <summary>A gateway to talk to.</summary>
/// <param name="Address">Its admin port.</param>
/// <param name="Key">What to show there; null when none was found.</param>
internal sealed record Target(Uri Address, string? Key)
{
    // A record writes all its members, and this one must not be written anywhere.
    public override string ToString() => Address.ToString();
}
