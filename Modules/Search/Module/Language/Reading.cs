using System.Globalization;

namespace MyThoughts.Search.Language;

/// <summary>A query in words, as in "Showing 3 thoughts with “plat”, without “egg”": so people see how it was understood.</summary>
internal static class Reading
{
    public static string Of(IEnumerable<IEnumerable<Term>> conditions) =>
        string.Join(", ", conditions.Select(terms => string.Join(" or ", terms.Select(Of))));

    private static string Of(Term term) => term switch
    {
        Term.Contains contains => $"with “{contains.Text}”",
        Term.Word word => $"with the word “{word.Text}”",
        Term.By by => $"by “{by.Name}”",
        Term.Before before => $"posted before {Of(before.Time)}",
        Term.Since since => $"posted since {Of(since.Time)}",
        Term.Not { Unwanted: Term.Contains contains } => $"without “{contains.Text}”",
        Term.Not { Unwanted: Term.Word word } => $"without the word “{word.Text}”",
        Term.Not not => $"not {Of(not.Unwanted)}",
        _ => throw new ArgumentOutOfRangeException(nameof(term)),
    };

    private static string Of(DateTime time) =>
        time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
