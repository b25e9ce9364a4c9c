using System.Net;
using System.Text.Json.Nodes;
using MyThoughts.Gateway.Api;
using MyThoughts.Gateway.Cli.Http;

namespace MyThoughts.Gateway.Cli.Changes;

/// <summary>Makes a change: looks first, asks for it on that ground, and shows what came of it. Never tries twice.</summary>
internal static class Change
{
    /// <summary>Sends a change with its wish in the body, beside its own fields.</summary>
    public static async Task<ExitCode> ChangeAsync(
        this Session session, HttpMethod method, string path, JsonObject body, ChangeWish wish, CancellationToken cancellationToken)
    {
        if (wish.Reason is not null) body["reason"] = wish.Reason;
        if (wish.Force) body["force"] = true;
        if (wish.DryRun) body["dryRun"] = true;
        return await session.ChangeAsync(method, path, body.ToJsonString(), wish, file: null, cancellationToken);
    }

    /// <summary>Sends a change whose body is a document, or that has none, with its wish in the query.</summary>
    public static async Task<ExitCode> ChangeByQueryAsync(
        this Session session, HttpMethod method, string path, string? document, string? file, ChangeWish wish, CancellationToken cancellationToken)
    {
        var query = new List<KeyValuePair<string, string?>>();
        if (wish.Reason is not null) query.Add(new("reason", wish.Reason));
        if (wish.Force) query.Add(new("force", "true"));
        if (wish.DryRun) query.Add(new("dryRun", "true"));
        return await session.ChangeAsync(method, path + QueryString.Create(query), document, wish, file, cancellationToken);
    }

    private static async Task<ExitCode> ChangeAsync(
        this Session session, HttpMethod method, string path, string? json, ChangeWish wish, string? file, CancellationToken cancellationToken)
    {
        var version = wish.IfVersion ?? (await session.Gateway.StateAsync(cancellationToken)).Version;
        var answer = await session.Gateway.SendAsync(method, path, json, version, cancellationToken);
        if (answer.Status == HttpStatusCode.PreconditionFailed) throw await StaleChange.ExplainAsync(session.Gateway, version, cancellationToken);
        if (!answer.IsSuccess) throw Refusal.Of(answer, file);
        if (session.AsJson) session.Terminal.WriteLine(answer.Body);
        else ChangeText.Show(answer.Read<ChangeMade>(), session.Terminal);
        return ExitCode.Done;
    }
}
