namespace MyThoughts.Thoughts;

internal static class LikePattern
{
    /// <summary>Text that LIKE takes literally, as people mean it.</summary>
    public static string Literal(string text) => text.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_");
}
