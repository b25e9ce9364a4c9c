using FluentValidation;
using MyThoughts.Users.Contracts;
using MyThoughts.Users.Login;
using MyThoughts.Users.Names;

namespace MyThoughts.Users.Registration;

internal sealed class RegisterUserValidator : AbstractValidator<RegisterUser>
{
    public RegisterUserValidator()
    {
        When(command => command.ByAdministrator, () =>
        {
            RuleFor(command => command.Username).IsUsername();
            RuleFor(command => command.Password).IsPassword();
        }).Otherwise(() =>
        {
            RuleFor(command => command.Username).IsUsername().IsNewUsername();
            RuleFor(command => command.Password).IsPassword().IsNewPassword();
        });
    }
}
