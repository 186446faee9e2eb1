using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Orders.Payments;

/// <summary>Who takes the money.</summary>
internal sealed class PaymentOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Payments";

    /// <summary>Only <c>Sandbox</c> so far, which moves no money. Default Sandbox.</summary>
    [Required, RegularExpression("^Sandbox$", ErrorMessage = "Payments:Provider should be Sandbox: no other provider is built in yet.")]
    public string Provider { get; set; } = "Sandbox";
}
