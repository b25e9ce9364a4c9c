using System.Text;

namespace MyThoughts.Gateway.Cli.Output;

/// <summary>A column of a table.</summary>
/// <param name="Title">What stands on top.</param>
internal sealed record Column(string Title)
{
    /// <summary>For numbers: their digits stand below each other.</summary>
    public bool IsRight { get; init; }

    /// <summary>Whether it gives way when the window is too narrow.</summary>
    public bool IsFlexible { get; init; }
}

/// <summary>Rows below titles, as wide as they need to be and no wider than the window.</summary>
internal sealed class TextTable(params IReadOnlyList<Column> columns)
{
    private const string Gap = "  ";
    private const int Narrowest = 10;

    private readonly List<Cell[]> rows = [];

    public void Add(params Cell[] cells)
    {
        if (cells.Length != columns.Count) throw new ArgumentException($"A row has {columns.Count} cells.", nameof(cells));
        rows.Add(cells);
    }

    public void WriteTo(Terminal terminal)
    {
        foreach (var line in Lines(terminal.Width, terminal.HasColor)) terminal.WriteLine(line);
    }

    public IEnumerable<string> Lines(int width, bool hasColor)
    {
        var titles = columns.Select(column => Cell.Of(column.Title, Tone.Strong)).ToArray();
        var widths = Fit(width);
        return rows.Prepend(titles).Select(row => Line(row, widths, hasColor));
    }

    private int[] Fit(int width)
    {
        var widths = columns.Select((column, index) => rows.Select(row => TextWidth.Of(row[index].Text)).Append(TextWidth.Of(column.Title)).Max()).ToArray();
        var tooMuch = widths.Sum() + (Gap.Length * (columns.Count - 1)) - width;
        for (var index = columns.Count - 1; index >= 0 && tooMuch > 0; index--)
        {
            if (!columns[index].IsFlexible) continue;
            var less = Math.Max(Math.Min(widths[index], Narrowest), widths[index] - tooMuch);
            tooMuch -= widths[index] - less;
            widths[index] = less;
        }
        return widths;
    }

    private string Line(Cell[] row, int[] widths, bool hasColor)
    {
        var line = new StringBuilder();
        for (var index = 0; index < row.Length; index++)
        {
            var text = TextWidth.Cut(row[index].Text, widths[index]);
            var padding = new string(' ', widths[index] - TextWidth.Of(text));
            if (index > 0) line.Append(Gap);
            if (columns[index].IsRight) line.Append(padding);
            line.Append(row[index].Write(text, hasColor));
            if (!columns[index].IsRight && index < row.Length - 1) line.Append(padding);
        }
        return line.ToString().TrimEnd();
    }
}
