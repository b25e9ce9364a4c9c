namespace MyThoughts.Chassis.Pages;

/// <summary>What the partial <c>_Pager</c> shows: plain links to the neighbouring pages of a list.</summary>
/// <param name="Newer">Address of the page before this one; null when this is the newest.</param>
/// <param name="Older">Address of the page after this one; null when this is the oldest.</param>
public sealed record Pager(string? Newer, string? Older)
{
    /// <summary>What the link to the page before says: <c>Newer</c> unless the list has another order.</summary>
    public string Back { get; init; } = "Newer";

    /// <summary>What the link to the page after says: <c>Older</c> unless the list has another order.</summary>
    public string On { get; init; } = "Older";
}
