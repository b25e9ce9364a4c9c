using System.CommandLine;
using MyThoughts.Gateway.Cli.Output;
using MyThoughts.Gateway.Keys;

namespace MyThoughts.Gateway.Cli.Verbs;

/// <summary>Who may look and who may change.</summary>
internal static class KeyVerbs
{
    public static Command Make(VerbSet verbs)
    {
        var keys = List(verbs, "keys", "Shows, makes and revokes keys.");
        keys.Add(List(verbs, "list", "Shows all keys, revoked ones too. The default."));
        keys.Add(CreateKeyVerb.Make(verbs));
        keys.Add(Revoke(verbs));
        return keys;
    }

    private static Command List(VerbSet verbs, string name, string description) => verbs.Verb(name, description, [], (session, _, stop) =>
        session.ShowAsync<IReadOnlyList<ListedKey>>("keys", keys => Table(keys).WriteTo(session.Terminal), stop));

    private static TextTable Table(IReadOnlyList<ListedKey> keys)
    {
        var table = new TextTable(
            new Column("id"), new Column("name") { IsFlexible = true }, new Column("role"), new Column("created (UTC)"),
            new Column("by") { IsFlexible = true }, new Column("revoked (UTC)"));
        foreach (var key in keys)
        {
            var revoked = key.RevokedAt is { } time ? Cell.Of($"{UtcTime.Text(time)} by {key.RevokedBy}", Tone.Dim) : Cell.Of("in force", Tone.Good);
            table.Add(key.Id, key.Name, key.Role, UtcTime.Text(key.CreatedAt), key.CreatedBy, revoked);
        }
        return table;
    }

    private static Command Revoke(VerbSet verbs)
    {
        var id = new Argument<string>("id") { HelpName = "id", Description = "The key's id, as the list shows it." };
        return verbs.Verb("revoke", "Revokes a key at once, and ends its sessions. Example: keys revoke 1a2b3c4d", [id], async (session, parsed, stop) =>
        {
            // Somebody may paste the whole key: its id is in it, and the rest belongs in no address.
            var wanted = parsed.GetRequiredValue(id);
            wanted = OperatorKey.IdOf(wanted) ?? wanted;
            var answer = await session.Gateway.SendAsync(HttpMethod.Delete, $"keys/{Uri.EscapeDataString(wanted)}", json: null, basedOn: null, stop);
            answer.OrFail();
            if (!session.AsJson) session.Terminal.WriteLine($"Key {wanted} is revoked.");
            return ExitCode.Done;
        });
    }
}
