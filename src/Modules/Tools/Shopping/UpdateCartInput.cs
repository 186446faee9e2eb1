using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using EcommerceBot.Tools.Calls;

namespace EcommerceBot.Tools.Shopping;

internal sealed record UpdateCartInput : KeyedInput
{
    [Description("The cart_id that create_cart returned.")]
    [StringLength(200, MinimumLength = 1)]
    public required string CartId { get; init; }

    [Description("Pieces to put in on top of what is there.")]
    [Length(1, 20)]
    public IReadOnlyList<AddedLine>? Add { get; init; }

    [Description("Lines to make hold exactly this many pieces; 0 removes the line. Other lines stay.")]
    [Length(1, 20)]
    public IReadOnlyList<SetLine>? Set { get; init; }

    [Description("The whole cart as it should be; everything else is removed. Empty clears the cart.")]
    [Length(0, 50)]
    public IReadOnlyList<AddedLine>? LineItems { get; init; }

    [Description("The shopper's wish for those who pack it, such as a gift message; it goes with the order. Empty removes it.")]
    [StringLength(500)]
    public string? Note { get; init; }

    /// <summary>How many of the four ways to change a cart are used; exactly one should be.</summary>
    public int CountChanges() => (Add is null ? 0 : 1) + (Set is null ? 0 : 1) + (LineItems is null ? 0 : 1) + (Note is null ? 0 : 1);
}

internal sealed record AddedLine
{
    [Description("The SKU of a variant, from get_product.")]
    [StringLength(100, MinimumLength = 1)]
    public required string Sku { get; init; }

    [Description("Pieces.")]
    [Range(1, 99)]
    public required int Quantity { get; init; }
}

internal sealed record SetLine
{
    [Description("The SKU of a variant, from get_product or the cart.")]
    [StringLength(100, MinimumLength = 1)]
    public required string Sku { get; init; }

    [Description("Pieces the line should have; 0 removes it.")]
    [Range(0, 99)]
    public required int Quantity { get; init; }
}
