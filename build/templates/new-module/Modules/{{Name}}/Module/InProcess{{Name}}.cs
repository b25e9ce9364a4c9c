using MyThoughts.{{Name}}.Contracts;

namespace MyThoughts.{{Name}};

/// <summary>The contract inside the process that runs the module: a table of contents of its use cases.</summary>
internal sealed class InProcess{{Name}}(List{{Name}}Handler list) : I{{Name}}
{
    public Task<List{{Name}}Result> ListAsync(List{{Name}} query, CancellationToken cancellationToken) =>
        list.HandleAsync(query, cancellationToken);
}
