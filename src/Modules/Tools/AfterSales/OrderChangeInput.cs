using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using EcommerceBot.Tools.Calls;

namespace EcommerceBot.Tools.AfterSales;

/// <summary>The input of a tool that changes an order: first without, then with the confirmation of what was shown.</summary>
internal abstract record OrderChangeInput : KeyedInput
{
    [Description("The order's number as printed on the confirmation; letter case and spaces do not matter.")]
    [StringLength(100, MinimumLength = 1)]
    public required string OrderNumber { get; init; }

    [Description("Leave it out to see what would happen. Then pass the confirmation that came with it, with the same arguments, after the customer agreed to exactly that.")]
    [StringLength(100, MinimumLength = 1)]
    public string? Confirmation { get; init; }
}
