using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MyThoughts.Gateway.Keys;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Cli.Parsing;

/// <summary>Arguments with a form of their own.</summary>
internal static class Values
{
    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(30);

    public static Argument<Weight> Percent() => new("percent")
    {
        HelpName = "percent", Description = "The share of visitors for the service: 0 to 100, in steps of 0.01.",
        CustomParser = result => Parse<Weight>(result, text => Weight.TryParse(text.TrimEnd('%'), out var weight) ? weight : null, Weight.Wanted),
    };

    public static Argument<Side> Side() => Word<Side>("side", "Which side of the route.");

    public static Argument<Mode> Mode() => Word<Mode>("mode", "ready: takes everybody. drain: keeps whom it has, newcomers go elsewhere. maint: takes nobody.");

    public static Option<Role?> Role() => Word<Role>(new Option<Role?>("--role"), "viewer: looks. operator: changes too. A viewer unless told otherwise.");

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
        HelpName = "number", Description = "How many, 1 to 100.", DefaultValueFactory = _ => 20,
        CustomParser = result => Parse<int>(result, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 100 ? number : null, "The limit is a number from 1 to 100."),
    };

    public static Option<TimeSpan> Time(string name, string description, TimeSpan byDefault, TimeSpan least) => new(name)
    {
        HelpName = "time", Description = description, DefaultValueFactory = _ => byDefault,
        CustomParser = result => Parse<TimeSpan>(result, text => TimeOf(text) is { } time && time >= least && time <= LongestTime ? time : null,
            $"A time is a number and its unit: 500ms, 30s, 15m, 1h, 2d; from {least.TotalSeconds:0.###}s to {LongestTime.TotalDays:0}d."),
    };

    public static TimeSpan? TimeOf(string text)
    {
        var unit = text.TrimStart([.. "0123456789."]);
        if (!double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > 1_000_000) return null;
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

    /// <summary>A word as the API spells it.</summary>
    public static string TextOf<T>(T word) where T : struct, Enum => word.ToString().ToLowerInvariant();

    private static Argument<T> Word<T>(string name, string description) where T : struct, Enum
    {
        var argument = new Argument<T>(name)
        {
            HelpName = string.Join('|', Words<T>()), Description = description,
            CustomParser = result => Parse(result, WordOf<T>, $"The {name} is {Either<T>()}."),
        };
        // The framework's own are the names in the code, for whichever argument is asked for.
        argument.CompletionSources.Clear();
        argument.CompletionSources.Add(context => AtCursor.Is(argument, context) ? Words<T>() : []);
        return argument;
    }

    private static Option<T?> Word<T>(Option<T?> option, string description) where T : struct, Enum
    {
        (option.HelpName, option.Description) = (string.Join('|', Words<T>()), description);
        option.CustomParser = result => Parse(result, WordOf<T>, $"{option.Name} is {Either<T>()}.");
        option.CompletionSources.Clear();
        option.CompletionSources.Add(Words<T>());
        return option;
    }

    private static long? ParseVersion(ArgumentResult result) => result.Tokens.Count == 0 ? null : Parse<long>(
        result, text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0 ? version : null, "A version is a number from 1 up: history shows them.");

    private static T Parse<T>(ArgumentResult result, Func<string, T?> parse, string wanted) where T : struct
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
        if (parse(text) is { } value) return value;
        result.AddError($"'{text}' is wrong here. {wanted}");
        return default;
    }

    // Only the words: a number is no mode, although the framework would take it for one.
    private static T? WordOf<T>(string text) where T : struct, Enum =>
        Words<T>().Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<T>(text, ignoreCase: true) : null;

    private static string[] Words<T>() where T : struct, Enum => Array.ConvertAll(Enum.GetNames<T>(), name => name.ToLowerInvariant());

    private static string Either<T>() where T : struct, Enum => string.Join(" or ", Words<T>());
}
