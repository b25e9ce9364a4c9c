namespace MyThoughts.Thoughts;

/// <summary>How long a page may be looked for before it is what has been found. One statement may take as long again.</summary>
internal sealed record PagePatience(TimeSpan Time)
{
    public static readonly PagePatience Usual = new(TimeSpan.FromSeconds(1));
}
