using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Orders.Checkout;

/// <summary>How long things hold in a checkout.</summary>
internal sealed class CheckoutOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Checkout";

    /// <summary>How long a quote's prices hold. Default 30 min.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan QuoteLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long the payment page takes a payment. Default 30 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan PaymentWindow { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How much longer than the payment page the stock is held, so that a payment of the last second still finds it. Default 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan StockGrace { get; set; } = TimeSpan.FromMinutes(5);
}
