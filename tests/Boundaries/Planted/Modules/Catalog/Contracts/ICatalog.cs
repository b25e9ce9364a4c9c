namespace Acme.Catalog.Contracts;

public interface ICatalog
{
    Task<Product?> FindAsync(string name, CancellationToken cancellationToken);
}

public sealed record Product(string Name, decimal Price);
