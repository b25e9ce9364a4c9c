using MyThoughts.Search.FindThoughts;

namespace MyThoughts.Search.Language;

/// <summary>What people are told when something was read otherwise than it looks. Nothing typed is an error.</summary>
internal static class Notes
{
    public const string PlainOr = "The text was looked for as it stands. Write OR in capitals to find one or the other.";
    public const string LoneOr = "“or” needs something on both sides, so it was taken as text.";
    public const string LoneMinus = "“-” stands alone, so it was taken as text.";

    public const string OnlyPart =
        "To look through all thoughts would take too long: this is what there is among the newer ones, and the next page goes on.";

    public static readonly string TooManyTerms = $"Only the first {QueryParser.MostTerms} terms were looked for.";

    public static string NoDate(string typed) => AsText(typed, "no date such as 2026-01-31");

    public static string NoWord(string typed) => AsText(typed, "no letters or digits");

    public static string NoName(string typed) => AsText(typed, $"no name of 1 to {SearchThoughtsValidator.LongestName} characters");

    public static string NoPhrase(string typed) => AsText(typed, "no text between two quotes");

    private static string AsText(string typed, string lacking) => $"“{typed}” has {lacking}, so it was taken as text.";
}
