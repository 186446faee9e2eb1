using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using EcommerceBot.Orders.Contracts.Requests;

namespace EcommerceBot.Tools.AfterSales;

/// <summary>The input of the tools that give other options of the same products.</summary>
internal sealed record ItemChangesInput : OrderChangeInput
{
    [Description("All changes at once: an order can be changed this way only once.")]
    [Length(1, 50)]
    public required IReadOnlyList<ItemChangeInput> Changes { get; init; }

    [Description("A payment_method_id of the customer's, from get_customer: pays or receives the difference.")]
    [StringLength(100, MinimumLength = 1)]
    public required string PaymentMethodId { get; init; }

    public IReadOnlyList<ItemChange> ToChanges() =>
        [.. Changes.Select(change => new ItemChange { Sku = change.Sku, NewSku = change.NewSku, Quantity = change.Quantity ?? 1 })];
}

internal sealed record ItemChangeInput
{
    [Description("The SKU that was ordered.")]
    [StringLength(100, MinimumLength = 1)]
    public required string Sku { get; init; }

    [Description("The SKU it should become: another variant of the same product.")]
    [StringLength(100, MinimumLength = 1)]
    public required string NewSku { get; init; }

    [Description("Pieces, 1 unless told.")]
    [Range(1, 99)]
    public int? Quantity { get; init; }
}
