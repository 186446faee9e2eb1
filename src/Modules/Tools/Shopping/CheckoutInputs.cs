using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
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
}

internal sealed record CancelCheckoutInput : KeyedInput
{
    [Description("The checkout_id that create_checkout returned.")]
    [StringLength(100, MinimumLength = 1)]
    public required string CheckoutId { get; init; }
}
