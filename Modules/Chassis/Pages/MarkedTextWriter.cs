using System.Text;

namespace MyThoughts.Chassis.Pages;

/// <summary>Writes a text piece by piece, each piece with the marks that fall into it, so that tags may be written in between.</summary>
internal ref struct MarkedTextWriter(string text, IReadOnlyList<TextRange> marks, StringBuilder html)
{
    private int position;
    private int nextMark;

    /// <summary>Writes from where the last call ended. A mark that goes on behind the end is closed here and opened again by the next call.</summary>
    public void WriteTo(int end)
    {
        while (position < end)
        {
            while (nextMark < marks.Count && marks[nextMark].End <= position) nextMark++;
            if (nextMark == marks.Count || marks[nextMark].Start >= end) WritePlain(end);
            else if (marks[nextMark].Start > position) WritePlain(marks[nextMark].Start);
            else WriteMarked(Math.Min(marks[nextMark].End, end));
        }
    }

    private void WriteMarked(int end)
    {
        html.Append("<mark>");
        WritePlain(end);
        html.Append("</mark>");
    }

    private void WritePlain(int end)
    {
        HtmlText.Append(html, text.AsSpan(position, end - position));
        position = end;
    }
}
