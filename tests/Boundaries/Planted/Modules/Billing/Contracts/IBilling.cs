namespace Acme.Billing.Contracts;

public interface IBilling
{
    Task<Bill?> FindAsync(long order, CancellationToken cancellationToken);
}

public sealed record Bill(long Id);
