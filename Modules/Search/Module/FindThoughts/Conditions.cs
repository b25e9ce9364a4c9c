using System.Globalization;
using Dapper;
using MyThoughts.Chassis.Database;
using MyThoughts.Search.Language;

namespace MyThoughts.Search.FindThoughts;

/// <summary>
/// The one place where terms become SQL: a WHERE clause made of constants, and a parameter for each value. Each term is a condition of its
/// own, because the trigram index serves ILIKE with one pattern, and several of those joined with AND and OR, but no array of patterns.
/// </summary>
internal sealed class Conditions
{
    private Conditions(IReadOnlyList<IReadOnlyList<Term>> terms) =>
        Sql = terms.Count == 0 ? "true" : string.Join("\nAND ", terms.Select(any => $"({string.Join(" OR ", any.Select(Condition))})"));

    public string Sql { get; }

    public DynamicParameters Values { get; } = new();

    public static Conditions Of(IReadOnlyList<IReadOnlyList<Term>> terms) => new(terms);

    private string Condition(Term term) => term switch
    {
        Term.Contains contains => Bind("text ILIKE {0}", LikePattern.Containing(contains.Text)!),
        // Whether the text has the letters at all is cheap to see, and most texts have not.
        Term.Word word => $"({Bind("lower(text) LIKE lower({0})", LikePattern.Containing(word.FirstRun)!)} AND {Bind("search.words(text) @@ search.phrase({0})", word.Text)})",
        Term.By by => Bind("lower(username) = lower(normalize({0}, NFC))", by.Name),
        Term.Before before => Bind("posted_at < {0}", before.Time),
        Term.Since since => Bind("posted_at >= {0}", since.Time),
        Term.Not not => $"NOT {Condition(not.Unwanted)}",
        _ => throw new ArgumentOutOfRangeException(nameof(term)),
    };

    private string Bind(string condition, object value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Value{Values.ParameterNames.Count()}");
        Values.Add(name, value);
        return string.Format(CultureInfo.InvariantCulture, condition, "@" + name);
    }
}
