using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using EcommerceBot.Tools.AfterSales;
using EcommerceBot.Tools.Calls;

namespace EcommerceBot.Tools.Shopping;

internal sealed record GetCheckoutInput
{
    [Description("The checkout_id that create_checkout returned.")]
    [StringLength(100, MinimumLength = 1)]
    public required string CheckoutId { get; init; }
}

internal sealed record CompleteCheckoutInput : KeyedInput
{
    [Description("The checkout_id that create_checkout returned.")]
    [StringLength(100, MinimumLength = 1)]
    public required string CheckoutId { get; init; }

    [Description("The confirmation of exactly the checkout the shopper saw and agreed to.")]
    [StringLength(500, MinimumLength = 1)]
    public required string Confirmation { get; init; }

    [Description("How the shopper wants to pay, one of the checkout's payment_methods; online unless told.")]
    [AllowedValues("online", "cash_on_delivery", "bank_transfer")]
    public string? PaymentMethod { get; init; }
}

/// <summary>What decides what a checkout costs, and whose it is; what is left out of a change stays.</summary>
internal abstract record QuoteInput : KeyedInput
{
    [Description("Who buys and where it goes, as the shopper gave it. Never make it up.")]
    public BuyerInput? Buyer { get; init; }

    [Description("Where it goes, field by field: decides delivery and tax. As the shopper gave it.")]
    public AddressInput? ShipTo { get; init; }

    [Description("One of the shipping_methods that the checkout showed.")]
    [StringLength(40, MinimumLength = 1)]
    public string? ShippingMethodId { get; init; }

    [Description("Every coupon code the shopper gave. The checkout says for each what it takes off, or why it does not count.")]
    [Length(0, 10)]
    public IReadOnlyList<string>? CouponCodes { get; init; }
}

internal sealed record BuyerInput
{
    [Description("Full name.")]
    [StringLength(200, MinimumLength = 1)]
    public string? Name { get; init; }

    [Description("E-mail address.")]
    [StringLength(254, MinimumLength = 3)]
    public string? Email { get; init; }

    [Description("The whole postal address as one text.")]
    [StringLength(500, MinimumLength = 1)]
    public string? Address { get; init; }
}

internal sealed record CancelCheckoutInput : KeyedInput
{
    [Description("The checkout_id that create_checkout returned.")]
    [StringLength(100, MinimumLength = 1)]
    public required string CheckoutId { get; init; }
}
