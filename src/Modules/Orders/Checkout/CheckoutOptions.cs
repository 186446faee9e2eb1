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

    /// <summary>How long a bank transfer is waited for, with the stock held. Default 3 days.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "14.00:00:00")]
    public TimeSpan TransferWindow { get; set; } = TimeSpan.FromDays(3);

    /// <summary>How long a payment is waited for that was made and takes days to arrive, with the stock held. Default 7 days.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "14.00:00:00")]
    public TimeSpan PendingWindow { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How often a payment provider that is away is asked again, for a page or a refund. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan ProviderRetry { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an order is kept, with its stock held, for a payment provider that is away. Default 2 h.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "3.00:00:00")]
    public TimeSpan ProviderPatience { get; set; } = TimeSpan.FromHours(2);

    /// <summary>How long from now on a payment in this way is waited for.</summary>
    public TimeSpan WindowOf(string method) => method == Payments.PayingBy.Transfer ? TransferWindow : PaymentWindow;
}
