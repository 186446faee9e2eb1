using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.AfterSales;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Tools.People;

/// <summary>A customer as a tool result.</summary>
internal static class CustomerMapping
{
    public static CustomerResult Result(this CustomerDetails customer) => new()
    {
        CustomerId = customer.OwnerId,
        Name = customer.Name,
        Email = customer.Email,
        Address = customer.Address?.Details(),
        AddressText = customer.AddressText,
        PaymentMethods = [.. customer.PaymentMethods.Select(Result)],
        OrderNumbers = customer.OrderNumbers,
    };

    private static PaymentMethodResult Result(PaymentMethodDetails method) => new()
    {
        PaymentMethodId = method.PaymentMethodId,
        Kind = method.Kind,
        Brand = method.Brand,
        LastFour = method.LastFour,
        Balance = method is { Balance: { } left, Currency: { } currency } ? new Price { Amount = left, Currency = currency } : null,
    };
}
