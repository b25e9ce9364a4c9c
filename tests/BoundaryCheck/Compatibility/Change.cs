namespace MyThoughts.BoundaryCheck.Compatibility;

/// <summary>A difference between what is approved and what is there.</summary>
/// <param name="Subject">What changed: a type, a member, an operation with its field.</param>
/// <param name="Kind">How, in a word or two; with the subject it tells this change from every other.</param>
/// <param name="Line">Where the approved file says otherwise; where it would say it, for an addition.</param>
/// <param name="Seen">What an older caller would see, without a full stop; empty when it would see nothing.</param>
internal sealed record Change(string Subject, string Kind, int Line, string Seen)
{
    public bool IsBreaking => Seen.Length > 0;

    public static Change Addition(string subject, string kind, int line) => new(subject, kind, line, "");

    public override string ToString() => IsBreaking ? $"{Subject}: {Kind}: {Seen}" : $"{Subject}: {Kind}";
}
