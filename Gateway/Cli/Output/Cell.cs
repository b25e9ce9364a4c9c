namespace MyThoughts.Gateway.Cli.Output;

/// <summary>What a colour says a second time: the words alone say it all.</summary>
internal enum Tone
{
    Plain,
    Strong,
    Dim,
    Good,
    Warning,
    Bad,
}

/// <summary>A text in a table.</summary>
internal readonly record struct Cell
{
    private Cell(string text, Tone tone) => (Text, Tone) = (PlainText.Of(text), tone);

    public string Text { get; }

    public Tone Tone { get; }

    public static Cell Of(string? text, Tone tone = Tone.Plain) => new(text ?? "", tone);

    public static implicit operator Cell(string? text) => Of(text);

    public string Write(string text, bool hasColor)
    {
        if (!hasColor || Tone == Tone.Plain || text.Length == 0) return text;
        var code = Tone switch { Tone.Strong => 1, Tone.Dim => 2, Tone.Good => 32, Tone.Warning => 33, _ => 31 };
        return $"\e[{code}m{text}\e[0m";
    }
}
