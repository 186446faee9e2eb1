using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Orders.Payments;

/// <summary>Who takes the money.</summary>
internal sealed class PaymentOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Payments";

    /// <summary>The <see cref="Provider"/> that is Stripe.</summary>
    public const string Stripe = "Stripe";

    /// <summary><c>Stripe</c>, or <c>Sandbox</c>, which moves no money. Default Sandbox.</summary>
    [Required, RegularExpression("^(Sandbox|Stripe)$", ErrorMessage = "Payments:Provider should be Sandbox or Stripe.")]
    public string Provider { get; set; } = "Sandbox";
}
