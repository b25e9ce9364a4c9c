using System.CommandLine;
using System.CommandLine.Parsing;
using MyThoughts.Gateway.Keys;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Cli.Parsing;

/// <summary>Arguments with a form of their own.</summary>
internal static class Values
{
    public static Argument<Weight> Percent() => new("percent")
    {
        HelpName = "percent", Description = "The share of visitors for the service: 0 to 100, in steps of 0.01.",
        CustomParser = result => Parse<Weight>(result, text => Weight.TryParse(text.TrimEnd('%'), out var weight) ? weight : null, Weight.Wanted),
    };

    public static Argument<Side> Side() => Word<Side>("side", "Which side of the route.");

    public static Argument<Mode> Mode() => Word<Mode>("mode", "ready: takes everybody. drain: keeps whom it has, newcomers go elsewhere. maint: takes nobody.");

    public static Option<Role?> Role() => Word<Role>(new Option<Role?>("--role"), "viewer: looks. operator: changes too. A viewer unless told otherwise.");

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

    /// <summary>What the text of an argument says, or what it should.</summary>
    internal static T Parse<T>(ArgumentResult result, Func<string, T?> parse, string wanted) where T : struct
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
