namespace MyThoughts.EndToEnd.Tests.Visiting;

/// <summary>Names and words that no other test uses, so that tests share a system and do not see each other.</summary>
internal static class Names
{
    public const string Password = "correct horse battery staple";

    private static int count;

    public static string Unique(string kind = "ann") => $"{kind}{Interlocked.Increment(ref count)}x{Guid.NewGuid():N}"[..20];
}
