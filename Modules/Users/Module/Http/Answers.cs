using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace MyThoughts.Users.Http;

/// <summary>How results become answers.</summary>
internal static class Answers
{
    /// <summary>Errors under the names that the fields have in the body.</summary>
    public static IDictionary<string, string[]> ByJsonName(this IDictionary<string, string[]> errors) =>
        errors.ToDictionary(error => JsonNamingPolicy.CamelCase.ConvertName(error.Key), error => error.Value);

    public static void SetRetryAfter(this HttpResponse response, TimeSpan wait) =>
        response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
