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
            var reading = Reading is null ? "" : $" {Reading}";
            var order = IsBestFirst ? "best match first (whole words, more often, shorter, newer)" : "newest first";
            return $"Showing {count}{reading}, {order}.";
        }
    }

    /// <summary>How operators were understood; null where there are none.</summary>
    public string? Reading => result.Reading;

    public IReadOnlyList<string> Notes => result.Notes;

    public bool IsBestFirst { get; private set; }

    public string NewestFirst => PageAddress.OfSearch(Text);

    public string BestFirst => $"{NewestFirst}&order={SearchThoughts.BestMatch}";

    // A search too slow for its time limit: the module has not seen every thought, and says where it stopped.
    public bool IsPart => result.Next is not null && result.Items.Count < SearchThoughts.DefaultLimit;

    /// <summary>Search runs in another process and does not answer.</summary>
    public bool IsAway { get; private set; }

    public bool IsBeyondTheEnd => result is { Items.Count: 0, Previous: not null };

    public Pager Pager => IsBestFirst
        ? new(AddressOf(result.Previous), AddressOf(result.Next)) { Back = "Better matches", On = "More matches" }
        : new(AddressOf(result.Previous), AddressOf(result.Next));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        // Not by model binding, which takes white space for nothing: a space is a text to look for.
        Text = Request.Query["search"].ToString();
        string? order = Request.Query["order"];
        IsBestFirst = order == SearchThoughts.BestMatch;
        try
        {
            result = await search.SearchAsync(
                new() { Text = Text, Order = order, Cursor = Request.Query["cursor"], Written = WrittenPosition.TextOf(Request) }, cancellationToken);
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

    private string? AddressOf(string? cursor) => cursor is null ? null : $"{(IsBestFirst ? BestFirst : NewestFirst)}&cursor={cursor}";

    private static ThoughtCard Card(SearchMatch match) =>
        new(match.Thought.Id, match.Thought.Username, match.Thought.Text, match.Thought.Timestamp)
        {
            Highlights = [.. match.Highlights.Select(highlight => new TextRange(highlight.Start, highlight.Length))],
        };
}
