namespace MyThoughts.{{Name}}.Contracts;

/// <summary>The {{Name}} module as its neighbours see it: in the same process, or over HTTP.</summary>
public interface I{{Name}}
{
    /// <summary>Lists what is there, newest first.</summary>
    /// <param name="query">How much of it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The items, or errors by field.</returns>
    Task<List{{Name}}Result> ListAsync(List{{Name}} query, CancellationToken cancellationToken);
}
