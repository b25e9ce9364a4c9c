using System.Globalization;

namespace MyThoughts.Gateway.Cli.Output;

/// <summary>Times as the command line writes them: in UTC, and saying so.</summary>
internal static class UtcTime
{
    public static string Text(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Text(DateTimeOffset time) => Text(time.UtcDateTime);
}
