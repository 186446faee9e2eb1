using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Contracts.Requests;

namespace EcommerceBot.Conversations.Tests.Agent.Rules.Shop;

/// <summary>What Orders publishes about the latest checkout.</summary>
internal static class News
{
    private const string Owner = "customer-1";

    public static PaymentRequested Requested(this FakeCheckouts checkouts, string url)
    {
        checkouts.OpenPayment(url);
        return new PaymentRequested
        {
            CheckoutId = Id(checkouts),
            OwnerId = Owner,
            Url = url,
            PaymentMethod = checkouts.Latest.PaymentMethod ?? "online",
            Total = checkouts.Latest.Total.Amount,
            Currency = FakeCatalog.Currency,
            ExpiresAt = DateTimeOffset.UnixEpoch,
        };
    }

    public static PaymentDeclined Declined(this FakeCheckouts checkouts, string url) =>
        new() { CheckoutId = Id(checkouts), OwnerId = Owner, Url = url, Attempt = 1, ExpiresAt = DateTimeOffset.UnixEpoch, OtherMethods = [.. checkouts.PaymentMethods.Skip(1)] };

    public static CheckoutFailed Failed(this FakeCheckouts checkouts, string code, string? title = null, long? refunded = null)
    {
        checkouts.Fail();
        return new CheckoutFailed
        {
            CheckoutId = Id(checkouts),
            OwnerId = Owner,
            Code = code,
            ShortTitles = title is null ? [] : [title],
            RefundedAmount = refunded,
            Currency = FakeCatalog.Currency,
        };
    }

    public static OrderPlaced Placed(this FakeCheckouts checkouts, string number)
    {
        var order = checkouts.Place(number);
        return new OrderPlaced
        {
            OrderNumber = number,
            CheckoutId = Id(checkouts),
            OwnerId = Owner,
            Lines = [.. order.LineItems.Select(Line)],
            Totals = [.. order.Totals.Select(row => new TotalLine { Type = row.Type, Amount = row.Amount })],
            Total = order.Total.Amount,
            Currency = FakeCatalog.Currency,
            PlacedAt = order.PlacedAt,
        };
    }

    private static Guid Id(FakeCheckouts checkouts) => Guid.Parse(checkouts.Latest.CheckoutId);

    private static CartLine Line(EcommerceBot.Tools.Contracts.Results.LineItem line) => new()
    {
        Sku = line.Sku,
        ProductId = line.ProductId,
        Title = line.Title,
        Options = line.Options,
        Quantity = line.Quantity,
        UnitPrice = line.UnitPrice.Amount,
        LineTotal = line.LineTotal.Amount,
    };
}
