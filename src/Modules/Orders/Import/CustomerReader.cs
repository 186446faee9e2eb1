using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Customers;
using EcommerceBot.Orders.Payments;

namespace EcommerceBot.Orders.Import;

/// <summary>One customer: name, e-mail, address, and payment methods as references.</summary>
internal static class CustomerReader
{
    public static void Read(JsonFields record, string currency, DateTimeOffset now, Book book)
    {
        var customer = new Customer { OwnerId = record.Required("user_id", 100), UpdatedAt = now };
        customer.Rename(Name(record), record.Optional("email", 254));
        if (Address(record) is { } address)
            customer.LivesAt(address);
        book.Customers.Add(customer);
        foreach (var method in record.Records("payment_methods"))
            book.Methods.Add(Method(method, customer.OwnerId, currency));
    }

    public static PostalAddress? Address(JsonFields record)
    {
        if (record.Inner("address") is not { } fields)
            return null;
        var address = AddressText.Clean(new PostalAddress
        {
            Line1 = fields.Required("address1", 120),
            Line2 = fields.Optional("address2", 120),
            City = fields.Required("city", 80),
            Region = fields.Optional("state", 80),
            PostalCode = fields.Required("zip", 20),
            Country = fields.Required("country", 60),
        });
        return address;
    }

    private static string? Name(JsonFields record) => record.Inner("name") is { } parts
        ? $"{parts.Optional("first_name", 100)} {parts.Optional("last_name", 99)}".Trim()
        : record.Optional("name", 200);

    private static PaymentMethod Method(JsonFields method, string ownerId, string currency)
    {
        var kind = method.Required("source", 20) switch
        {
            "credit_card" or PaymentMethod.Card => PaymentMethod.Card,
            PaymentMethod.PayPal => PaymentMethod.PayPal,
            PaymentMethod.GiftCard => PaymentMethod.GiftCard,
            PaymentMethod.StoreCredit => PaymentMethod.StoreCredit,
            _ => "",
        };
        if (kind.Length == 0)
            method.Fault("the \"source\" of a payment method should be credit_card, paypal, gift_card or store_credit");
        var holdsMoney = kind is PaymentMethod.GiftCard or PaymentMethod.StoreCredit;
        var balance = holdsMoney ? method.Money("balance", Money.Decimals(currency)) : (long?)null;
        if (balance < 0)
            method.Fault("a \"balance\" is never below zero");
        return new PaymentMethod
        {
            OwnerId = ownerId,
            Id = method.Required("id", 255),
            Kind = kind,
            Brand = method.Optional("brand", 40),
            LastFour = method.Optional("last_four", 4),
            Balance = balance,
            Currency = holdsMoney ? currency : null,
        };
    }
}
