namespace Acme.Orders.Contracts;

public interface IOrders
{
    Task<Order?> FindAsync(long id, CancellationToken cancellationToken);

    Task<Catalog.Season> SeasonAsync(CancellationToken cancellationToken); // planted: contract-reference
}

public sealed record Order(long Id, string Product);
