using FluentValidation;
using MyThoughts.Chassis.Http;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts;

internal sealed class PostThoughtValidator : AbstractValidator<PostThought>
{
    private const int LongestKey = 255;

    public PostThoughtValidator()
    {
        RuleFor(command => command.Username).NotEmpty().OverridePropertyName("username");
        RuleFor(command => command.IdempotencyKey)
            .Must(key => key is null || (key.Length is >= 1 and <= LongestKey && key.All(character => character is > ' ' and <= '~')))
            .WithMessage($"The Idempotency-Key is not 1 to {LongestKey} visible ASCII characters without spaces. Send a random UUID, one for each thought.")
            .OverridePropertyName("Idempotency-Key");
        RuleFor(command => command.Text).Cascade(CascadeMode.Stop)
            .NotEmpty()
            .WithMessage($"Write something: a thought has 1 to {ThoughtText.MaximumLength} characters, and not only spaces.")
            // The database would refuse these with an error of its own.
            .Must(WellFormedText.IsStorable)
            .WithMessage($"The text has a NUL or half an emoji in it. Send 1 to {ThoughtText.MaximumLength} characters of well-formed Unicode.")
            .Must(text => WellFormedText.CodePoints(text) <= ThoughtText.MaximumLength)
            .WithMessage(command => TooLong(WellFormedText.CodePoints(command.Text)))
            .OverridePropertyName("text");
    }

    private static string TooLong(int length) =>
        $"The text has {length} characters and a thought at most {ThoughtText.MaximumLength}: shorten it by {length - ThoughtText.MaximumLength}.";
}
