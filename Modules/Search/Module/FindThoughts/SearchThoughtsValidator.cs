using System.Globalization;
using FluentValidation;
using MyThoughts.Chassis.Http;
using MyThoughts.Search.Contracts;

namespace MyThoughts.Search.FindThoughts;

internal sealed class SearchThoughtsValidator : AbstractValidator<SearchThoughts>
{
    /// <summary>In code points, as Users has it.</summary>
    public const int LongestName = 50;

    private const int LargestPage = 100;

    public SearchThoughtsValidator()
    {
        RuleFor(search => search.Text).Cascade(CascadeMode.Stop)
            .Must(WellFormed).WithMessage("The text has a character that no thought can have.")
            .Must(text => AtMost(SearchThoughts.LongestText, text)).WithMessage($"Search for at most {SearchThoughts.LongestText} characters.")
            .OverridePropertyName("q");
        RuleFor(search => search.From).Cascade(CascadeMode.Stop)
            .Must(WellFormed).WithMessage("The name has a character that no name can have.")
            .Must(name => AtMost(LongestName, name)).WithMessage($"A name has at most {LongestName} characters.")
            .OverridePropertyName("from");
        RuleFor(search => search.After).Must(BeDateOrTime).WithMessage(DateOrTimeWanted).OverridePropertyName("after");
        RuleFor(search => search.Before).Must(BeDateOrTime).WithMessage(DateOrTimeWanted).OverridePropertyName("before");
        RuleFor(search => search.Order).Must(BeOrder)
            .WithMessage($"The order is not {SearchThoughts.Newest} or {SearchThoughts.BestMatch}. Leave it out for {SearchThoughts.Newest}.").OverridePropertyName("order");
        RuleFor(search => search.Limit).Must(BeLimit)
            .WithMessage($"The limit is not a whole number from 1 to {LargestPage}. Leave it out for {SearchThoughts.DefaultLimit}.").OverridePropertyName("limit");
        RuleFor(search => search.Cursor).Cascade(CascadeMode.Stop)
            .Must(cursor => OrdersOf(cursor).Length > 0)
            .WithMessage("This is not a cursor of ours. Take it from the next or previous of another page, or leave it out to start anew.")
            .Must((search, cursor) => !BeOrder(search.Order) || OrdersOf(cursor).Contains(OrderOf(search)))
            .WithMessage(search => $"This cursor belongs to order={OrdersOf(search.Cursor)[0]}. Ask in that order, or leave the cursor out to start anew.")
            .OverridePropertyName("cursor");
    }

    private const string DateOrTimeWanted = "Give a date or a time with its offset, for example 2026-01-31 or 2026-01-31T09:30:00Z.";

    private static bool WellFormed(string? text) => WellFormedText.IsStorable(text ?? "");

    private static bool AtMost(int codePoints, string? text) => WellFormedText.CodePoints(text ?? "") <= codePoints;

    private static bool BeDateOrTime(string? text) => string.IsNullOrEmpty(text) || Rfc3339.TryParse(text, out _);

    private static bool BeOrder(string? order) => order is null or "" or SearchThoughts.Newest or SearchThoughts.BestMatch;

    private static string OrderOf(SearchThoughts search) => search.Order == SearchThoughts.BestMatch ? SearchThoughts.BestMatch : SearchThoughts.Newest;

    // The orders in which a cursor means something; without one, all.
    private static string[] OrdersOf(string? cursor) =>
        string.IsNullOrEmpty(cursor) ? [SearchThoughts.Newest, SearchThoughts.BestMatch]
        : PageCursor.TryParse(cursor, out _) ? [SearchThoughts.Newest]
        : RankCursor.TryParse(cursor, out _) ? [SearchThoughts.BestMatch] : [];

    private static bool BeLimit(string? text) =>
        string.IsNullOrEmpty(text)
        || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= LargestPage);
}
