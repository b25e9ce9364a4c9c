using FluentValidation;
using MyThoughts.Users.Contracts;
using MyThoughts.Users.Names;

namespace MyThoughts.Users.Login;

internal sealed class LogInValidator : AbstractValidator<LogIn>
{
    public LogInValidator()
    {
        RuleFor(command => command.Username).IsUsername();
        RuleFor(command => command.Password).IsPassword();
    }
}
