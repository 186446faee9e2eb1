namespace EcommerceBot.Orders.Payments;

/// <summary>Whoever takes the money on a hosted page; no card data ever reaches this program. Called with no transaction open.</summary>
internal interface IPaymentProvider
{
    /// <summary>As payment events name it.</summary>
    string Name { get; }

    /// <summary>Opens a page and returns its absolute URL. The checkout is the idempotency key: after a crash it is opened again.</summary>
    Task<string> OpenPageAsync(string paymentId, Guid checkoutId, long amount, string currency, DateTimeOffset expiresAt, CancellationToken cancellationToken);

    /// <summary>Gives the whole payment back; repeating it gives back once.</summary>
    Task RefundAsync(string paymentId, CancellationToken cancellationToken);
}
