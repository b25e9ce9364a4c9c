using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MyThoughts.Chassis.Http;

namespace MyThoughts.Thoughts;

/// <summary>The query string of a list, as it came: what is wrong with it is said by field, not by the framework's bare 400.</summary>
internal sealed record ListRequest(
    [FromQuery(Name = "search")] string? Search, [FromQuery(Name = "limit")] string? Limit, [FromQuery(Name = "cursor")] string? Cursor)
{
    private const int LargestLimit = 100;

    /// <summary>The size of the page, and the id that the last one ended with; or errors by field.</summary>
    public Dictionary<string, string[]> Read(out int? limit, out long? after)
    {
        var errors = new Dictionary<string, string[]>();
        limit = null;
        after = null;
        if (!WellFormedText.IsStorable(Search ?? "")) errors["search"] = ["The text has a NUL or half an emoji in it. Send well-formed Unicode."];
        if (!string.IsNullOrEmpty(Limit))
        {
            if (int.TryParse(Limit, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= LargestLimit) limit = size;
            else errors["limit"] = [$"The limit is not a whole number from 1 to {LargestLimit}. Leave it out for the whole list."];
        }
        if (!string.IsNullOrEmpty(Cursor))
        {
            if (long.TryParse(Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) after = id;
            else errors["cursor"] = ["This is not a cursor of ours. Take it from the Link header of the page before, or leave it out to start anew."];
        }
        return errors;
    }
}
