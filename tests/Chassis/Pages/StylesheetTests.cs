using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace MyThoughts.Chassis.Tests.Pages;

internal sealed partial class StylesheetTests
{
    private const int Light = 0;
    private const int Dark = 1;
    private static readonly string Folder = Path.Combine(RepositoryRoot(), "Modules", "Chassis", "wwwroot");
    private static readonly string Stylesheet = File.ReadAllText(Path.Combine(Folder, "site.css"));

    [TestCase("ink", "paper", 4.5)]
    [TestCase("muted", "paper", 4.5)]
    [TestCase("accent", "paper", 4.5)]
    [TestCase("danger", "paper", 4.5)]
    [TestCase("ok", "paper", 4.5)]
    [TestCase("accent-ink", "accent", 4.5)]
    [TestCase("paper", "danger", 4.5)]
    [TestCase("ink", "mark", 4.5)]
    [TestCase("accent", "mark", 4.5)]
    [TestCase("control", "paper", 3)]
    public void Colours_contrast_enough_in_light_and_in_dark(string front, string back, double least)
    {
        Contrast(Token(front, Light), Token(back, Light)).Should().BeGreaterThanOrEqualTo(least);
        Contrast(Token(front, Dark), Token(back, Dark)).Should().BeGreaterThanOrEqualTo(least);
    }

    [Test]
    public void The_contrast_measured_is_that_of_the_guidelines()
    {
        Contrast("#000000", "#ffffff").Should().BeApproximately(21, 0.001);
        Contrast("#767676", "#ffffff").Should().BeApproximately(4.54, 0.01);
        Contrast("#777777", "#ffffff").Should().BeLessThan(4.5);
        Contrast(Token("line", Light), Token("paper", Light)).Should().BeLessThan(3, "a rule that is only an ornament may be faint, and the measure must notice");
    }

    [Test]
    public void Colours_are_written_as_tokens_only()
    {
        var rules = Stylesheet[Stylesheet.IndexOf('}', StringComparison.Ordinal)..Stylesheet.IndexOf("@media print", StringComparison.Ordinal)];
        AnyColour().IsMatch(rules).Should().BeFalse();
    }

    [Test]
    public void The_assets_of_a_page_are_under_10_KB_compressed() =>
        new[] { "site.css", "site.js", "favicon.svg" }.Sum(CompressedLength).Should().BeInRange(1, 10_000);

    private static int CompressedLength(string file)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(File.ReadAllBytes(Path.Combine(Folder, file)));
        return (int)compressed.Length;
    }

    private static string Token(string name, int scheme) =>
        Regex.Match(Stylesheet, $@"--{name}: light-dark\((#\w{{6}}), (#\w{{6}})\);").Groups[scheme + 1] is { Success: true } colour
            ? colour.Value
            : throw new InvalidDataException($"site.css has no colour token --{name}.");

    private static double Contrast(string first, string second)
    {
        var (lighter, darker) = (Math.Max(Luminance(first), Luminance(second)), Math.Min(Luminance(first), Luminance(second)));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double Luminance(string colour) => 0.2126 * Channel(colour, 1) + 0.7152 * Channel(colour, 3) + 0.0722 * Channel(colour, 5);

    private static double Channel(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static string RepositoryRoot()
    {
        var folder = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(folder, "MyThoughts.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    [GeneratedRegex(@"#[0-9a-fA-F]{3,8}\b(?=[^{]*;)|rgba?\(|hsla?\(|oklch\(")]
    private static partial Regex AnyColour();
}
