using FluentValidation;
using MyThoughts.Chassis.Http;

namespace MyThoughts.Users.Login;

/// <summary>What a password may be. No rules on kinds of characters: they make passwords worse.</summary>
internal static class PasswordRules
{
    private const int FewestAtSignUp = 8;
    private const int Most = 128;

    public static IRuleBuilderOptions<T, string> IsPassword<T>(this IRuleBuilderInitial<T, string> rule) => rule
        .Cascade(CascadeMode.Stop)
        .Must(password => password.Length > 0).WithMessage("Enter a password.")
        .Must(WellFormedText.IsStorable).WithMessage("This password holds characters that cannot be typed.")
        .Must(password => WellFormedText.CodePoints(password) <= Most).WithMessage($"A password has at most {Most} characters.");

    public static IRuleBuilderOptions<T, string> IsNewPassword<T>(this IRuleBuilderOptions<T, string> rule) => rule
        .Must(password => WellFormedText.CodePoints(password) >= FewestAtSignUp).WithMessage($"A password has at least {FewestAtSignUp} characters.");
}
