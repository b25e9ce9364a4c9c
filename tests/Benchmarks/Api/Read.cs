using System.Globalization;
using MyThoughts.Benchmarks.Core;
using MyThoughts.Benchmarks.Data;

namespace MyThoughts.Benchmarks.Api;

/// <summary>Something to read.</summary>
/// <param name="Name">Its path; what differs between data is named.</param>
/// <param name="Marker">What a page of it holds; null for a resource of the API.</param>
/// <param name="IsForGuests">Whether those who are logged in are sent elsewhere.</param>
internal sealed record Read(string Name, string? Marker = null, bool IsForGuests = false)
{
    private const string Id = "{id}";

    public static readonly Read[] All =
    [
        new("/", Reader.Word), new("/thoughts/", Reader.Word), new("/thoughts/{id}/", Reader.Word), new($"/@{Reader.Username}/", Reader.Word),
        new("/search", Reader.Word), new($"/search?search={Reader.Word}", "<mark>"), new("/mentions/", "</h1>"), new("/account/", "</form>"),
        new($"/search?search={Reader.Word}&order=best", "<mark>"), new("/thoughts/{id}/delete/", Reader.Word),
        new("/login/", "type=\"password\"", IsForGuests: true), new("/register/", "type=\"password\"", IsForGuests: true),
        new("/api/thoughts/?limit=20"), new($"/api/thoughts/?search={Reader.Word}&limit=20"), new("/api/thoughts/{id}/"), new("/api/me/thoughts/?limit=20"),
        new("/api/search/?limit=20"), new($"/api/search/?q={Reader.Word}&limit=20"),
    ];

    public async Task<WrkLoad> LoadAsync(SizedMonolith at, CancellationToken cancellationToken)
    {
        var path = Name.Replace(Id, at.Newest.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        if (Marker is null) return await at.ResourceAsync(path, cancellationToken);
        var page = at.Page(path, Marker);
        return IsForGuests ? page with { Headers = new Dictionary<string, string>() } : page;
    }
}
