using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace MyThoughts.Chassis.Http;

/// <summary>
/// The body of a request, JSON or form-encoded, as an endpoint's parameter. The framework's form binding would demand an
/// antiforgery token, which programs do not have: they send no cookie either.
/// </summary>
/// <typeparam name="T">A record of optional properties; a property the body lacks is null.</typeparam>
/// <param name="Value">What was read.</param>
public sealed record Body<T>(T Value) where T : class
{
    /// <summary>Reads the body.</summary>
    /// <param name="context">The request.</param>
    /// <param name="parameter">The endpoint's parameter.</param>
    /// <returns>The body.</returns>
    /// <exception cref="BadHttpRequestException">415 for another content type, 400 for a body that cannot be read, 413 for one too large.</exception>
    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        try
        {
            return new(await ReadAsync(context.Request));
        }
        catch (BadHttpRequestException problem) when (problem is not BadBodyException && problem.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw new BadBodyException(problem.StatusCode, BodyLimit.Refusal);
        }
        catch (JsonException problem)
        {
            throw BadJson(problem);
        }
    }

    private static async Task<T> ReadAsync(HttpRequest request)
    {
        if (request.HasJsonContentType() && IsUtf8(request.ContentType))
            return await request.ReadFromJsonAsync<T>(request.HttpContext.RequestAborted)
                ?? throw new BadBodyException(StatusCodes.Status400BadRequest, "The body is null. Send a JSON object.");
        if (!IsForm(request.ContentType))
            throw new BadBodyException(StatusCodes.Status415UnsupportedMediaType,
                "Send the body in UTF-8 as application/json or application/x-www-form-urlencoded, and say so in Content-Type.");
        // Not ReadFormAsync: it refuses a whole form for a NUL in one field, and so cannot say in which.
        using var reader = new StreamReader(request.Body);
        var form = QueryHelpers.ParseQuery(await reader.ReadToEndAsync(request.HttpContext.RequestAborted));
        var fields = new JsonObject(form.Select(field => KeyValuePair.Create<string, JsonNode?>(field.Key, field.Value.ToString())));
        return fields.Deserialize<T>(JsonSerializerOptions.Web)!;
    }

    private static bool IsUtf8(string? contentType) =>
        !MediaTypeHeaderValue.TryParse(contentType, out var type) || !type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static bool IsForm(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    private static BadBodyException BadJson(JsonException problem)
    {
        var field = problem.Path?.TrimStart('$').TrimStart('.') is { Length: > 0 } path ? path : null;
        return field is null
            ? new(StatusCodes.Status400BadRequest, "The body is not valid JSON.")
            : new(StatusCodes.Status400BadRequest, $"The body cannot be read at '{field}'.",
                new Dictionary<string, string[]> { [field] = ["This value cannot be read: send a string of well-formed Unicode text."] });
    }
}

/// <summary>Tells OpenAPI what an endpoint with a <see cref="Body{T}"/> reads.</summary>
public static class BodyMetadata
{
    /// <summary>Documents the body.</summary>
    /// <typeparam name="T">What the body holds.</typeparam>
    /// <param name="endpoint">The endpoint.</param>
    /// <returns>The endpoint.</returns>
    public static RouteHandlerBuilder AcceptsBody<T>(this RouteHandlerBuilder endpoint) where T : class =>
        endpoint.Accepts<T>("application/json", "application/x-www-form-urlencoded");
}
