using System.Net;
using System.Text.Json;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Cli.Http;

/// <summary>Answers that are no success, in the words of somebody at a terminal.</summary>
internal static class Refusal
{
    public static CommandFailedException Of(Answer answer, string? file = null)
    {
        var problem = ProblemOf(answer.Body);
        return answer.Status switch
        {
            HttpStatusCode.Unauthorized => NoAccess(answer.From),
            HttpStatusCode.Forbidden => new(ExitCode.NoAccess, problem?.Detail ?? $"The key may not do that at {answer.From}."),
            HttpStatusCode.TooManyRequests => new(
                ExitCode.NoAccess, $"{answer.From} hears nobody from here for a minute, because of wrong keys. Wait, then use one that is in force."),
            HttpStatusCode.ServiceUnavailable => new(
                ExitCode.Away, problem?.Detail ?? $"{answer.From} is not ready: its database does not answer. Try again when it is back."),
            HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.RequestEntityTooLarge when problem is not null =>
                new(ExitCode.Refused, Words(problem, file)),
            HttpStatusCode.NotFound when problem?.Detail is { } detail => new(ExitCode.Refused, detail),
            _ => NoGateway(answer),
        };
    }

    public static CommandFailedException NoGateway(Answer answer) => new(
        ExitCode.Away,
        $"{answer.From} answers {(int)answer.Status}, but not as the admin port of a gateway does. Name that one: {Elsewhere}");

    public static CommandFailedException Unreachable(Target target, string problem) => new(
        ExitCode.Away, $"Nobody answers at {target} ({problem}). Start the gateway, or name another address: {Elsewhere}");

    private static string Elsewhere => $"--url, or {TargetFinder.UrlVariable}. Example: --url={TargetFinder.DefaultText}";

    private static CommandFailedException NoAccess(Target target) => new(ExitCode.NoAccess, target.Key is null
        ? $"{target} asks for a key, and there is none. Set {TargetFinder.KeyVariable}, or use --key. The first key: keys create <name> --first"
        : $"The key is not in force at {target}: revoked, or another gateway's. Ask an operator for one: keys create <name>");

    // A line for each problem, with its place.
    private static string Words(ProblemBody problem, string? file)
    {
        var start = file is null ? "" : $"{file}: ";
        return problem.Errors is { Count: > 0 } errors
            ? string.Join('\n', errors.SelectMany(place => place.Value.Select(message => $"{start}{place.Key}: {message}")))
            : $"{start}{problem.Detail ?? problem.Title}";
    }

    private static ProblemBody? ProblemOf(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<ProblemBody>(body, TrafficJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record ProblemBody(string? Title = null, string? Detail = null, IReadOnlyDictionary<string, string[]>? Errors = null);
}
