using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Customers;

namespace EcommerceBot.Orders.AfterSales;

/// <summary>Sends an order that is still placed elsewhere.</summary>
internal static class Readdressing
{
    public static OrderRefused? Apply(Order order, PostalAddress address)
    {
        if (Refusals.UnlessPending(order) is { } refusal)
            return refusal;
        if (AddressText.Fault(address) is { } fault)
            return Refusals.Because("invalid_address", fault);
        order.ShipTo = AddressText.Clean(address);
        order.BuyerAddress = AddressText.Of(order.ShipTo);
        return null;
    }
}
