using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Orders.Payments;

/// <summary>Who takes the money, and how else one can pay.</summary>
internal sealed class PaymentOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Payments";

    /// <summary>The <see cref="Provider"/> that is Stripe.</summary>
    public const string Stripe = "Stripe";

    /// <summary><c>Stripe</c>, or <c>Sandbox</c>, which moves no money. Default Sandbox.</summary>
    [Required, RegularExpression("^(Sandbox|Stripe)$", ErrorMessage = "Payments:Provider should be Sandbox or Stripe.")]
    public string Provider { get; set; } = "Sandbox";

    /// <summary>Whether an order may be paid on delivery. Default no.</summary>
    public bool CashOnDelivery { get; set; }

    /// <summary>The account that transfers go to, as buyers are to read it, such as an IBAN and its holder; empty (the default) where none are taken.</summary>
    [StringLength(500)]
    public string BankAccount { get; set; } = "";

    /// <summary>The ways to pay that this shop takes.</summary>
    public IReadOnlyList<string> Methods() =>
        [PayingBy.Online, .. CashOnDelivery ? [PayingBy.Cash] : Array.Empty<string>(), .. BankAccount.Length > 0 ? [PayingBy.Transfer] : Array.Empty<string>()];

    /// <summary>Why a way to pay is not taken, or null.</summary>
    public string? RefuseMethod(string method) => Methods().Contains(method) ? null : $"This shop does not take this way to pay. Choose {string.Join(" or ", Methods())}.";
}
