using Acme.Billing.Contracts;
using Acme.Orders.Contracts;

namespace Acme.Billing;

public static class BillingModule
{
    internal static Bill Of(Order order) => new(order.Id);

    internal static string Price() => new Catalog.Contracts.Product("", 1).Name; // planted: module-reference cycle
}
