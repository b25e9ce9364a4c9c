using System.Text.Json;
using System.Text.RegularExpressions;

namespace MyThoughts.EndToEnd.Tests.Visiting;

/// <summary>Follows <c>Link: rel="next"</c>.</summary>
internal static partial class Pages
{
    private const int Most = 100;

    public static async Task<IReadOnlyList<IReadOnlyList<JsonElement>>> ReadAllAsync(Visitor visitor, string path)
    {
        var pages = new List<IReadOnlyList<JsonElement>>();
        for (var next = path; next is not null && pages.Count < Most;)
        {
            var answer = await visitor.GetAsync(next);
            answer.Status.Should().Be(200, "{0} is a page of the list, but: {1}", next, answer);
            pages.Add([.. answer.Json.EnumerateArray()]);
            next = Next(answer);
        }
        return pages;
    }

    /// <summary>Path and query of the next page. The gateway's name is not the hosts', so they must not put theirs there.</summary>
    public static string? Next(Answer answer)
    {
        if (answer.Header("Link") is not { } link) return null;
        var match = NextLink().Match(link);
        match.Success.Should().BeTrue("'{0}' must hold a path only", link);
        return match.Groups["path"].Value;
    }

    [GeneratedRegex("""^<(?<path>/[^/>][^>]*)>; rel="next"$""")]
    private static partial Regex NextLink();
}
