namespace MyThoughts.Search.FindThoughts;

/// <summary>How long a search may go on before it answers with what it has found. One statement may take as long again.</summary>
internal sealed record SearchPatience(TimeSpan Time)
{
    public static readonly SearchPatience Usual = new(TimeSpan.FromSeconds(1));
}
