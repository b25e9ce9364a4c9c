using System.Globalization;
using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Chassis.Seeding;

/// <summary>How much generated data, and which: the same three numbers make the same data.</summary>
/// <param name="Thoughts">How many thoughts.</param>
/// <param name="Users">How many users write them.</param>
/// <param name="Seed">Which of the many data sets of this size.</param>
public sealed record SeedSize(int Thoughts, int Users, ulong Seed)
{
    /// <summary>The most thoughts.</summary>
    public const int MostThoughts = 100_000_000;

    /// <summary>The most users.</summary>
    public const int MostUsers = 1_000_000;

    private const string ThoughtsOption = "--thoughts";
    private const string UsersOption = "--users";
    private const string SeedOption = "--seed";
    private const int ThoughtsPerUser = 200;

    /// <summary>Reads the options of the verb <c>seed</c>.</summary>
    /// <param name="arguments">The command line.</param>
    /// <returns>What they ask for; null when none of them is there, which asks for the demo data.</returns>
    /// <exception cref="SettingException">One of them is no number, or out of its bounds.</exception>
    public static SeedSize? Read(string[] arguments)
    {
        var (thoughts, users, seed) = (Find(arguments, ThoughtsOption), Find(arguments, UsersOption), Find(arguments, SeedOption));
        if (thoughts is null && users is null && seed is null) return null;
        if (thoughts is null) throw new SettingException($"{ThoughtsOption} is missing: say how many thoughts to write. Example: {Example}");
        var count = (int)Number(ThoughtsOption, thoughts, 1, MostThoughts);
        return new(
            count,
            users is null ? Math.Clamp(count / ThoughtsPerUser, 1, MostUsers) : (int)Number(UsersOption, users, 1, MostUsers),
            seed is null ? 1 : Number(SeedOption, seed, 0, long.MaxValue));
    }

    /// <summary>The options that ask for it.</summary>
    /// <returns>As they are typed after <c>seed</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{ThoughtsOption} {Thoughts} {UsersOption} {Users} {SeedOption} {Seed}");

    private static string Example => "seed --thoughts 1000000 --users 5000 --seed 1";

    private static string? Find(string[] arguments, string option)
    {
        for (var index = 0; index < arguments.Length; index++)
        {
            if (arguments[index] == option) return arguments.ElementAtOrDefault(index + 1) is { } value && !value.StartsWith("--", StringComparison.Ordinal) ? value : "";
            if (arguments[index].StartsWith(option + "=", StringComparison.Ordinal)) return arguments[index][(option.Length + 1)..];
        }
        return null;
    }

    private static ulong Number(string option, string text, ulong least, ulong most) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new SettingException(string.Create(
                CultureInfo.InvariantCulture, $"{option} is '{text}'. Give a whole number from {least:N0} to {most:N0}, without separators. Example: {Example}"));
}
