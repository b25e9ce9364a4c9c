namespace MyThoughts.Search.Language;

/// <summary>
/// Understands what people type, or takes it as a text: it never fails. Without any operator the whole is one text to look for, spaces
/// included, as it has been from the beginning. With one, its pieces are terms, and a thought must be all of them.
/// </summary>
internal static class QueryParser
{
    /// <summary>Each is a condition of the statement that looks for them.</summary>
    public const int MostTerms = 30;

    public static ParsedText Parse(string text)
    {
        if (text.Length == 0) return ParsedText.Empty;
        var tokens = TokenReader.ReadAll(text);
        var alternatives = Alternatives(tokens);
        // A small "or" is part of many a plain text. It alternates only where something else has made a query of the text.
        return tokens.Any(token => token.IsOperator) || alternatives.Any(at => tokens[at].IsCapitalOr)
            ? Query(tokens, alternatives)
            : new([[new Term.Contains(text)]], Reading: null, [.. PlainNotes(tokens, alternatives).Distinct()]);
    }

    // Where "or" stands between two others.
    private static HashSet<int> Alternatives(IReadOnlyList<Token> tokens)
    {
        var others = Enumerable.Range(0, tokens.Count).Where(at => !tokens[at].IsOr).ToList();
        return others.Count < 2 ? [] : [.. Enumerable.Range(others[0], others[^1] - others[0]).Where(at => tokens[at].IsOr)];
    }

    private static ParsedText Query(IReadOnlyList<Token> tokens, HashSet<int> alternatives)
    {
        var conditions = new List<List<Term>>();
        var notes = new List<string?>();
        var terms = tokens.Index().Where(token => !alternatives.Contains(token.Index)).ToList();
        foreach (var (index, token) in terms.Take(MostTerms))
        {
            if (alternatives.Contains(index - 1)) conditions[^1].Add(token.Term);
            else conditions.Add([token.Term]);
            notes.Add(token.Note ?? (token.IsOr ? Notes.LoneOr : token is { IsOperator: false, Text: "-" } ? Notes.LoneMinus : null));
        }
        if (terms.Count > MostTerms) notes.Add(Notes.TooManyTerms);
        return new(conditions, Reading.Of(conditions), [.. notes.OfType<string>().Distinct()]);
    }

    private static IEnumerable<string> PlainNotes(IReadOnlyList<Token> tokens, HashSet<int> alternatives)
    {
        foreach (var token in tokens.Where(token => token.Note is not null)) yield return token.Note!;
        if (alternatives.Count > 0) yield return Notes.PlainOr;
        else if (tokens.Any(token => token.IsCapitalOr) && !tokens.All(token => token.IsOr)) yield return Notes.LoneOr;
    }
}
