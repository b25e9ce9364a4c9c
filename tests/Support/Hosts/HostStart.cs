namespace MyThoughts.Support.Hosts;

/// <summary>What to start a host with.</summary>
/// <param name="Name">The host's name.</param>
/// <param name="Assembly">The program, <c>….dll</c>.</param>
/// <param name="Addresses">Where it listens.</param>
/// <param name="Settings">Its settings, named as in appsettings: <c>ConnectionStrings:thoughts</c>.</param>
/// <param name="Arguments">Its command line: a verb, or nothing to serve.</param>
public sealed record HostStart(
    string Name, string Assembly, HostAddresses Addresses, IReadOnlyDictionary<string, string> Settings, params IReadOnlyList<string> Arguments)
{
    /// <summary>Throws away what the host writes to standard output: reading it all would cost a measurement more than writing it.</summary>
    public bool IsSilent { get; init; }

    internal IEnumerable<KeyValuePair<string, string>> Environment =>
        Addresses.Settings.Concat(Settings).Select(setting => KeyValuePair.Create(setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value));
}
