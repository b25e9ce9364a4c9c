using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace MyThoughts.Gateway.Cli.Parsing;

/// <summary>Versions, times and numbers on the command line.</summary>
internal static class Numbers
{
    private const int Most = 100;
    private const double LargestNumber = 1_000_000;   // of any unit; more would be too long for a time
    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(30);

    public static Option<long?> Version(string name, string description) => new(name)
    {
        HelpName = "version", Description = description, CustomParser = ParseVersion,
    };

    public static Argument<long?> OptionalVersion(string description) => new("version")
    {
        HelpName = "version", Description = description, Arity = ArgumentArity.ZeroOrOne, CustomParser = ParseVersion,
    };

    public static Option<int> Limit() => new Option<int>("--limit")
    {
        HelpName = "number", Description = $"How many, 1 to {Most}.", DefaultValueFactory = _ => 20,
        CustomParser = result => Values.Parse<int>(
            result, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Most ? number : null,
            $"The limit is a number from 1 to {Most}."),
    };

    public static Option<TimeSpan> Time(string name, string description, TimeSpan byDefault, TimeSpan least) => new(name)
    {
        HelpName = "time", Description = description, DefaultValueFactory = _ => byDefault,
        CustomParser = result => Values.Parse<TimeSpan>(result, text => TimeOf(text) is { } time && time >= least && time <= LongestTime ? time : null,
            $"A time is a number and its unit: 500ms, 30s, 15m, 1h, 2d; from {least.TotalSeconds:0.###}s to {LongestTime.TotalDays:0}d."),
    };

    public static TimeSpan? TimeOf(string text)
    {
        var unit = text.TrimStart([.. "0123456789."]);
        var isNumber = double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        if (!isNumber || number > LargestNumber) return null;
        return unit switch
        {
            "ms" => TimeSpan.FromMilliseconds(number),
            "s" => TimeSpan.FromSeconds(number),
            "m" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            "d" => TimeSpan.FromDays(number),
            _ => null,
        };
    }

    private static long? ParseVersion(ArgumentResult result) => result.Tokens.Count == 0 ? null : Values.Parse<long>(
        result, text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0 ? version : null,
        "A version is a number from 1 up: history shows them.");
}
