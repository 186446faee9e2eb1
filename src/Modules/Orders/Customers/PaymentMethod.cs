using EcommerceBot.Orders.Contracts.Requests;

namespace EcommerceBot.Orders.Customers;

/// <summary>A reference to a way to pay. Gift cards and store credit hold money here; cards and PayPal accounts hold it elsewhere.</summary>
internal sealed class PaymentMethod
{
    public const string GiftCard = "gift_card";
    public const string StoreCredit = "store_credit";
    public const string Card = "card";
    public const string PayPal = "paypal";

    public required string OwnerId { get; init; }
    public required string Id { get; init; }
    public required string Kind { get; init; }
    public string? Brand { get; init; }
    public string? LastFour { get; init; }

    /// <summary>Minor units; null where the money is held elsewhere.</summary>
    public long? Balance { get; set; }
    public string? Currency { get; init; }

    /// <summary>Of two charges at once, one is decided again on what the other left.</summary>
    public int Version { get; set; }

    public bool HoldsMoney => Kind is GiftCard or StoreCredit;

    public bool Covers(long amount, string currency) => !HoldsMoney || (Currency == currency && Balance >= amount);

    public void Take(long amount) => Move(-amount);

    public void Give(long amount) => Move(amount);

    private void Move(long amount)
    {
        if (!HoldsMoney)
            return;
        var balance = checked((Balance ?? 0) + amount);
        Balance = balance >= 0 ? balance : throw new InvalidOperationException("A balance is looked at before it is charged.");
        Version++;
    }

    public PaymentMethodDetails ToContract() =>
        new() { PaymentMethodId = Id, Kind = Kind, Brand = Brand, LastFour = LastFour, Balance = Balance, Currency = Currency };
}
