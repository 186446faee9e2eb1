namespace EcommerceBot.Orders.Payments;

/// <summary>Whoever takes the money on a hosted page; no card data ever reaches this program. Called with no transaction open; each call may throw <see cref="ProviderAwayException"/>.</summary>
internal interface IPaymentProvider
{
    /// <summary>As payment events name it.</summary>
    string Name { get; }

    /// <summary>Opens a page. Checkout and attempt are the idempotency key: after a crash it is opened again, with the same arguments but for the payment's id.</summary>
    Task<OpenedPage> OpenPageAsync(PageWish wish, CancellationToken cancellationToken);

    /// <summary>Lets the page take no more money; without effect on one that is paid or closed.</summary>
    Task ClosePageAsync(string reference, CancellationToken cancellationToken);

    /// <summary>Gives so much of a payment back, in minor units; repeating it with the same key gives back once.</summary>
    Task RefundAsync(string paymentId, long amount, string currency, string key, CancellationToken cancellationToken);
}

/// <summary>A page as it is wanted; the amount in minor units.</summary>
internal sealed record PageWish(string PaymentId, Guid CheckoutId, int Attempt, long Amount, string Currency, DateTimeOffset ExpiresAt);

/// <summary>A page that is open: its absolute URL, and what the provider calls it where that is not our own id.</summary>
internal sealed record OpenedPage(string Url, string? Reference = null);
