namespace MyThoughts.BoundaryCheck.Sql;

/// <summary>Tells SQL in code from sentences that begin alike: "Select one from users.csv".</summary>
internal static class SqlShape
{
    private static readonly HashSet<string> Fragments = SqlWords.Set(
        "from join where and or returning references union except intersect having on using into lock explain truncate select execute comment analyze vacuum refresh reindex perform declare begin");

    private static readonly HashSet<string> Kinds = SqlWords.Set(
        "table view index sequence function procedure routine type domain aggregate trigger rule policy schema role user database extension materialized temp temporary unlogged unique or default "
        + "constraint event foreign owned operator collation statistics recursive server publication subscription group cast");

    private static readonly HashSet<string> LaterWords = SqlWords.Set("from where set into values join by as on limit");

    private static readonly HashSet<string> BeforeRelation = SqlWords.Set("from join into update references");

    private static readonly HashSet<string> Signs = SqlWords.Set("= ( * , ; :: < >");

    public static SqlLikeness Of(string text)
    {
        var tokens = SqlTokenizer.Read(text);
        var first = 0;
        while (first < tokens.Length && (tokens[first].Kind == SqlTokenKind.Hole || tokens[first].Is("(") || tokens[first].Is(";"))) first++;
        if (first == tokens.Length || tokens[first].Kind != SqlTokenKind.Name || Begins(tokens, first) is not { } isWhole)
            return NamesRelation(text, tokens) ? SqlLikeness.Perhaps : SqlLikeness.None;
        var word = Written(text, tokens[first]);
        if (word.All(char.IsAsciiLetterUpper)) return isWhole || word == "UPDATE" ? SqlLikeness.Certain : SqlLikeness.Perhaps;
        var hasSigns = tokens.Any(token => token.IsOneOf(Signs) || token.Kind is SqlTokenKind.Quoted or SqlTokenKind.Value or SqlTokenKind.Hole);
        // A sentence has one capital, at its beginning.
        var isSentence = char.IsAsciiLetterUpper(word[0]) && !tokens.Skip(first + 1).Any(token => token.IsOneOf(LaterWords) && char.IsAsciiLetterUpper(text[token.Start]));
        return isWhole && hasSigns && !isSentence ? SqlLikeness.Certain : SqlLikeness.Perhaps;
    }

    // Null when it begins with no word of SQL; false when what a statement that begins so needs is missing.
    private static bool? Begins(SqlToken[] tokens, int first)
    {
        bool Next(params string[] words) => first + 1 < tokens.Length && words.Any(tokens[first + 1].Is);
        bool Later(params string[] words) => tokens.Skip(first + 1).Any(token => words.Any(token.Is));
        return tokens[first].Text switch
        {
            "insert" or "merge" => Next("into"),
            "delete" => Next("from"),
            "update" => Later("set"),
            "with" => Later("as"),
            "create" or "alter" or "drop" => first + 1 < tokens.Length && tokens[first + 1].IsOneOf(Kinds),
            "grant" or "revoke" => Later("to", "from", "on"),
            "copy" => Later("to", "from"),
            "call" => Later("("),
            "do" => first + 1 < tokens.Length && (tokens[first + 1].Kind == SqlTokenKind.Literal || Next("language")),
            "set" => Later("=", "to"),
            "values" => Next("("),
            "left" or "right" or "full" or "inner" or "cross" or "natural" => Later("join"),
            "order" or "group" or "partition" => Next("by"),
            var word => Fragments.Contains(word) ? true : null,
        };
    }

    // "count(*) FROM a.b": a piece that begins with something else.
    private static bool NamesRelation(string text, SqlToken[] tokens) => tokens.Index().Any(token =>
        token.Item.IsOneOf(BeforeRelation) && Written(text, token.Item).All(char.IsAsciiLetterUpper) && token.Index + 2 < tokens.Length && tokens[token.Index + 2].Is("."));

    private static string Written(string text, SqlToken name) => text.Substring(name.Start, name.Text.Length);
}

/// <summary>How much a text looks like SQL.</summary>
internal enum SqlLikeness
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>It may be a sentence: what it names counts when there really is such an object.</summary>
    Perhaps,

    /// <summary>It is SQL, or a part of some.</summary>
    Certain,
}
