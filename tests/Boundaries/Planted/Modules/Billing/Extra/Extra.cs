namespace Acme.Billing;

internal static class Extra
{
    public static string Neighbour => nameof(Orders.OrdersModule); // planted: module-reference
}
