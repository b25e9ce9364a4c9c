using System.Globalization;
using FluentValidation;
using MyThoughts.{{Name}}.Contracts;

namespace MyThoughts.{{Name}};

internal sealed class List{{Name}}Validator : AbstractValidator<List{{Name}}>
{
    public List{{Name}}Validator() => RuleFor(query => query.Limit).Must(BeLimit)
        .WithMessage($"The limit is not a whole number from 1 to {List{{Name}}.LargestLimit}. Leave it out for {List{{Name}}.DefaultLimit}.")
        .OverridePropertyName("limit");

    private static bool BeLimit(string? text) =>
        string.IsNullOrEmpty(text)
        || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= List{{Name}}.LargestLimit);
}
