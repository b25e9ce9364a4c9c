using FluentValidation;
using MyThoughts.Search.Contracts;
using MyThoughts.Search.ReadYourWrites;

namespace MyThoughts.Search.FindThoughts;

internal sealed class SearchThoughtsHandler(
    ThoughtTable table, NewestFirst newest, BestMatch best, OwnWrites writes, IValidator<SearchThoughts> validator)
{
    public async Task<SearchResult> HandleAsync(SearchThoughts search, CancellationToken cancellationToken)
    {
        var validation = await validator.ValidateAsync(search, cancellationToken);
        if (!validation.IsValid) return SearchResult.Invalid(validation.ToDictionary());

        var query = SearchQuery.Of(search);
        var own = await table.AmongAsync(await writes.FindAsync(search.Written, cancellationToken), query, cancellationToken);
        var result = query.BestFirst
            ? await best.PageAsync(query, own, cancellationToken)
            : await newest.PageAsync(query, own, cancellationToken);
        return result with { Reading = query.Text.Reading, Notes = [.. query.Text.Notes, .. result.Notes] };
    }
}
