using System.Globalization;
using System.Text;
using FluentValidation;
using MyThoughts.Chassis.Http;

namespace MyThoughts.Users.Names;

/// <summary>What a name may be.</summary>
internal static class UsernameRules
{
    private const int FewestAtSignUp = 3;

    /// <summary>The rule for every name, of older clients too.</summary>
    public static IRuleBuilderOptions<T, string> IsUsername<T>(this IRuleBuilderInitial<T, string> rule) => rule
        .Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("Enter a username.")
        .Must(name => WellFormedText.IsStorable(name) && !name.EnumerateRunes().Any(IsForbidden)).WithMessage("A username has no '/' and no control characters.")
        .Must(name => WellFormedText.CodePoints(name) <= Usernames.MostCodePoints).WithMessage($"A username has at most {Usernames.MostCodePoints} characters.");

    /// <summary>The stricter rule for people who sign up: a name that can be mentioned in the middle of a sentence.</summary>
    public static IRuleBuilderOptions<T, string> IsNewUsername<T>(this IRuleBuilderOptions<T, string> rule) => rule
        .Must(name => WellFormedText.CodePoints(name) >= FewestAtSignUp).WithMessage($"A username has at least {FewestAtSignUp} characters.")
        .Must(IsMentionable).WithMessage("Use letters, digits, '_', '-' and '.' only, and let a letter, a digit or '_' come first and last.");

    private static bool IsForbidden(Rune rune) =>
        rune.Value == '/' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool IsMentionable(string name)
    {
        var runes = name.EnumerateRunes().ToList();
        return IsWord(runes[0]) && (IsWord(runes[^1]) || IsMark(runes[^1])) && runes.TrueForAll(rune => IsWord(rune) || IsMark(rune) || rune.Value is '-' or '.');
    }

    private static bool IsWord(Rune rune) => rune.Value == '_' || Rune.IsLetterOrDigit(rune);

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
