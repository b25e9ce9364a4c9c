using System.Reflection;
using System.Text.Json;
using MyThoughts.Chassis.Http;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Api;

/// <summary>A JSON body that people wrote: what does not belong there is refused with its place.</summary>
internal sealed record StrictJson<T>(T Value) where T : class
{
    public static async ValueTask<StrictJson<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (!context.Request.HasJsonContentType())
            throw new BadBodyException(StatusCodes.Status415UnsupportedMediaType, "Send the body as application/json, and say so in Content-Type.");
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(context.Request.Body, TrafficJson.Strict, context.RequestAborted) is { } value
                ? new(value)
                : throw new BadBodyException(StatusCodes.Status400BadRequest, "The body is null. Send a JSON object.");
        }
        catch (JsonException problem)
        {
            var place = problem.Path is { Length: > 1 } path ? path.TrimStart('$').TrimStart('.') : "body";
            throw new BadBodyException(StatusCodes.Status400BadRequest, "The JSON is refused, and nothing was changed.", new Dictionary<string, string[]> { [place] = [Explain(problem)] });
        }
    }

    // The framework's words name the type of ours that it failed to make; the place is what helps.
    private static string Explain(JsonException problem)
    {
        var line = problem.LineNumber is { } number ? $"Line {number + 1}, character {problem.BytePositionInLine + 1}: " : "";
        var text = problem.Message.Split(" Path: ")[0];
        if (text.Contains("could not be mapped to any .NET member", StringComparison.Ordinal)) text = $"There is no field {text.Split('\'')[1]} here.";
        if (text.Contains("missing required properties", StringComparison.Ordinal)) text = $"A field is missing: {text[(text.LastIndexOf(':') + 1)..].Trim()}";
        if (text.Contains("could not be converted", StringComparison.Ordinal)) text = "This value cannot be read here.";
        if (text.Contains("Duplicate property", StringComparison.Ordinal)) text = $"The field {text.Split('\'')[1]} stands here twice.";
        if (text.Contains("allow null values", StringComparison.Ordinal)) text = "This field may be left out, but it cannot be null.";
        return line + text;
    }
}
