using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Orders.Payments.Stripe;

/// <summary>How Stripe is reached; looked at only where <c>Payments:Provider</c> is Stripe.</summary>
internal sealed class StripeOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Payments:Stripe";

    /// <summary>The secret API key, sk_… or rk_….</summary>
    [Required(ErrorMessage = "Payments:Stripe:SecretKey is missing: take it from the developers' page of the Stripe dashboard.")]
    public string SecretKey { get; set; } = "";

    /// <summary>The signing secret of the webhook, whsec_….</summary>
    [Required(ErrorMessage = "Payments:Stripe:WebhookSecret is missing: add an endpoint for /webhooks/stripe in the Stripe dashboard and take its signing secret.")]
    public string WebhookSecret { get; set; } = "";

    /// <summary>The signing secret before, which is taken as well: Stripe signs with both for up to 24 hours after a roll. Remove it then.</summary>
    public string WebhookSecretPrevious { get; set; } = "";

    /// <summary>Default https://api.stripe.com.</summary>
    [Required, Url(ErrorMessage = "Payments:Stripe:ApiBaseUrl should be an absolute URL.")]
    public string ApiBaseUrl { get; set; } = "https://api.stripe.com";

    /// <summary>How often events are looked for that no webhook brought. Default 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan CatchUpEvery { get; set; } = TimeSpan.FromMinutes(5);
}
