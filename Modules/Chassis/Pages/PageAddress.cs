using System.Globalization;

namespace MyThoughts.Chassis.Pages;

/// <summary>Addresses of pages, for links between modules that do not know each other.</summary>
public static class PageAddress
{
    /// <summary>The profile of a person.</summary>
    /// <param name="username">The name, which may hold spaces and nearly any character.</param>
    /// <returns>For example <c>/@bruce/</c>.</returns>
    public static string OfProfile(string username) => $"/@{Uri.EscapeDataString(username)}/";

    /// <summary>The page of a thought.</summary>
    /// <param name="id">The thought's number.</param>
    /// <returns>For example <c>/thoughts/42/</c>.</returns>
    public static string OfThought(long id) => string.Create(CultureInfo.InvariantCulture, $"/thoughts/{id}/");

    /// <summary>The results of a search.</summary>
    /// <param name="search">What to look for.</param>
    /// <returns>For example <c>/search?search=%23platypus</c>.</returns>
    public static string OfSearch(string search) => $"/search?search={Uri.EscapeDataString(search)}";
}
