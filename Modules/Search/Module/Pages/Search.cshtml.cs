using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Http;
using MyThoughts.Chassis.Pages;
using MyThoughts.Search.Contracts;
using MyThoughts.Users.Contracts;

namespace MyThoughts.Search.Pages;

internal sealed class SearchModel(ISearch search, MentionedPeople people) : PageModel
{
    private SearchResult result = SearchResult.Found([], null, null);

    public string Text { get; private set; } = "";

    public IReadOnlyList<ThoughtCard> Cards { get; private set; } = [];

    public string Heading => Text.Length == 0 ? "Everybody’s thoughts" : $"Search: {Text}";

    public string Summary
    {
        get
        {
            var count = result.Items.Count == 1 ? "1 thought" : $"{result.Items.Count} thoughts";
            var part = IsPart ? " Not all thoughts have been looked through yet: “Older” goes on." : "";
            return $"Showing {count}, newest first.{part}";
        }
    }

    // A search too slow for its time limit: the module has not seen every thought, and says where it stopped.
    public bool IsPart => result.Next is not null && result.Items.Count < SearchThoughts.DefaultLimit;

    /// <summary>Search runs in another process and does not answer.</summary>
    public bool IsAway { get; private set; }

    public bool IsBeyondTheEnd => result is { Items.Count: 0, Previous: not null };

    public string? Newer => AddressOf(result.Previous);

    public string? Older => AddressOf(result.Next);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        // Not by model binding, which takes white space for nothing: a space is a text to look for.
        Text = Request.Query["search"].ToString();
        try
        {
            result = await search.SearchAsync(new() { Text = Text, Cursor = Request.Query["cursor"], Written = WrittenPosition.TextOf(Request) }, cancellationToken);
        }
        catch (NeighbourUnavailableException)
        {
            IsAway = true;
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.SetRetryAfter(RetryAfter.Moment);
        }
        var mentioned = await people.FindAsync(result.Items.Select(match => match.Thought.Text), cancellationToken);
        Cards = [.. result.Items.Select(match => Card(match) with { People = mentioned })];
        foreach (var message in result.Errors.Values.SelectMany(messages => messages)) ModelState.AddModelError("", message);
        if (!ModelState.IsValid) Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    private string? AddressOf(string? cursor) => cursor is null ? null : $"{PageAddress.OfSearch(Text)}&cursor={cursor}";

    private static ThoughtCard Card(SearchMatch match) =>
        new(match.Thought.Id, match.Thought.Username, match.Thought.Text, match.Thought.Timestamp)
        {
            Highlights = [.. match.Highlights.Select(highlight => new TextRange(highlight.Start, highlight.Length))],
        };
}
