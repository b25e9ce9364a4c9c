using System.Text.Json;

namespace MyThoughts.Users.Http;

/// <summary>How results become answers.</summary>
internal static class Answers
{
    /// <summary>Errors under the names that the fields have in the body.</summary>
    public static IDictionary<string, string[]> ByJsonName(this IDictionary<string, string[]> errors) =>
        errors.ToDictionary(error => JsonNamingPolicy.CamelCase.ConvertName(error.Key), error => error.Value);
}
