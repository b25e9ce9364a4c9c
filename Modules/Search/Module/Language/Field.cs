using MyThoughts.Chassis.Http;
using MyThoughts.Search.FindThoughts;

namespace MyThoughts.Search.Language;

/// <summary>What a word is about: the text when it has no prefix.</summary>
internal sealed class Field
{
    private static readonly Field Text = new("", (value, _) => new Term.Contains(value), _ => null);

    private static readonly Field[] Prefixed =
    [
        new("from:", Author, Notes.NoName),
        new("word:", (value, _) => Words.In(value).Any() ? new Term.Word(value) : null, Notes.NoWord),
        new("before:", (value, _) => TypedTime.Parse(value) is { } time ? new Term.Before(time) : null, Notes.NoDate),
        new("after:", (value, _) => TypedTime.Parse(value) is { } time ? new Term.Since(time) : null, Notes.NoDate),
    ];

    private readonly Func<string, bool, Term?> read;
    private readonly Func<string, string?> note;

    private Field(string prefix, Func<string, bool, Term?> read, Func<string, string?> note) =>
        (Prefix, this.read, this.note) = (prefix, read, note);

    public string Prefix { get; }

    // Whatever its case: phones begin with a capital.
    public static Field At(ReadOnlySpan<char> content)
    {
        foreach (var field in Prefixed)
        {
            if (content.StartsWith(field.Prefix, StringComparison.OrdinalIgnoreCase)) return field;
        }
        return Text;
    }

    public Token Read(string typed, string content, string value, bool isExcluded, bool isQuoted)
    {
        var term = read(value, isQuoted);
        var wanted = term ?? new Term.Contains(content);
        return new(
            typed,
            isExcluded ? new Term.Not(wanted) : wanted,
            IsOperator: isExcluded || (term is not null && (isQuoted || Prefix.Length > 0)),
            term is null ? note(content) : null);
    }

    // People write @ before a name. Whose name begins with one is meant by from:"@name".
    private static Term.By? Author(string name, bool isQuoted)
    {
        if (!isQuoted && name.StartsWith('@')) name = name[1..];
        return name.Length > 0 && WellFormedText.CodePoints(name) <= SearchThoughtsValidator.LongestName ? new Term.By(name) : null;
    }
}
