namespace MyThoughts.Support;

/// <summary>A claim that a test proves, and the size at which it does: small in <c>test</c>, as large as claimed in <c>prove</c>.</summary>
public static class Claim
{
    /// <summary>The category of tests that <c>prove</c> runs; a second category on a test is the part that <c>prove [part]</c> names.</summary>
    public const string Category = "Prove";

    /// <summary>Whether the run is a proof.</summary>
    public static bool IsProof { get; } = Environment.GetEnvironmentVariable("MYTHOUGHTS_PROVE") == "1";

    /// <summary>Picks the size of a test.</summary>
    /// <param name="everyDay">What fits into a run that people start all day.</param>
    /// <param name="proof">What the claim is made for.</param>
    public static T Size<T>(T everyDay, T proof) => IsProof ? proof : everyDay;

    /// <summary>Reports, after the assertions, that a claim was seen to hold.</summary>
    /// <param name="claim">What holds.</param>
    /// <param name="figure">What was measured.</param>
    public static void Holds(string claim, string figure)
    {
        if (Environment.GetEnvironmentVariable("MYTHOUGHTS_CLAIMS") is not { Length: > 0 } file) return;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.AppendAllText(file, $"{claim}: {figure}{Environment.NewLine}");
    }
}
