using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Checkout;

namespace EcommerceBot.Orders.Tests.Checkout;

public class ConfirmationTests
{
    private static readonly StoredLine Line = new("MOUSE", "p-1", "Quiet Mouse", new Dictionary<string, string>(), 2, 2450, null);
    private static readonly Guid Id = Guid.NewGuid();

    [Fact]
    public void ChangingAnythingThatWasShown_ChangesIt()
    {
        List<Quote> quotes =
        [
            Quoted(),
            Quoted(id: Guid.NewGuid()),
            Quoted(version: 4),
            Quoted(lines: [Line with { Quantity = 3 }]),
            Quoted(lines: [Line with { UnitPrice = 2451 }]),
            Quoted(lines: [Line with { Sku = "LAMP" }]),
            Quoted(lines: [Line, Line with { Sku = "LAMP" }]),
            Quoted(total: 4901),
            Quoted(currency: "USD"),
            Quoted(name: "Bob"),
            Quoted(address: "2 Long Road"),
            // A letter that moves from one field to the next is a change too.
            Quoted(name: "Ann1", address: " Long Road"),
            Quoted(email: "ann@example.com"),
        ];

        Assert.Equal(quotes.Count, quotes.Select(Confirmation.Of).Distinct().Count());
        Assert.Equal(Confirmation.Of(quotes[0]), Confirmation.Of(Quoted()));
    }

    [Fact]
    public void OnlyTheWholeConfirmation_Matches()
    {
        var quote = Quoted();
        quote.Confirmation = Confirmation.Of(quote);

        Assert.Matches("^[A-Za-z0-9_-]{43}$", quote.Confirmation);
        Assert.True(Confirmation.Matches(quote, quote.Confirmation));
        foreach (var wrong in (string[])["", quote.Confirmation[..42], $"{quote.Confirmation}=", $" {quote.Confirmation}", Flipped(quote.Confirmation)])
            Assert.False(Confirmation.Matches(quote, wrong), wrong);

        static string Flipped(string text) => $"{(text[0] == 'A' ? 'B' : 'A')}{text[1..]}";
    }

    private static Quote Quoted(
        Guid? id = null, int version = 3, List<StoredLine>? lines = null, long total = 4900, string currency = "EUR",
        string name = "Ann", string address = "1 Long Road", string? email = null) => new()
        {
            CheckoutId = id ?? Id,
            CartId = "cart-1",
            OwnerId = "customer-ann",
            CartVersion = version,
            Lines = lines ?? [Line],
            Total = total,
            Currency = currency,
            BuyerName = name,
            BuyerEmail = email,
            BuyerAddress = address,
            Confirmation = "",
            ExpiresAt = DateTimeOffset.UnixEpoch,
        };
}
