namespace MyThoughts.Support.Browser;

/// <summary>Finds a browser of the Chromium family on this machine.</summary>
public static class Chromium
{
    private static readonly string[] OnPath = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];

    private static readonly string[] Elsewhere =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Google", "Chrome", "Application", "chrome.exe"),
    ];

    /// <summary>Path of the program, or null when there is none; the environment variable <c>CHROMIUM</c> goes first.</summary>
    public static string? Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return OnPath.SelectMany(name => folders.Select(folder => Path.Combine(folder, name)))
            .Prepend(Environment.GetEnvironmentVariable("CHROMIUM") ?? "")
            .Concat(Elsewhere)
            .FirstOrDefault(File.Exists);
    }
}
