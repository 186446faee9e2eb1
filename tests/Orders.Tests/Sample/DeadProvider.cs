using EcommerceBot.Orders.Payments;

namespace EcommerceBot.Orders.Tests.Sample;

/// <summary>A payment provider that is down.</summary>
internal sealed class DeadProvider : IPaymentProvider
{
    public string Name => "dead";

    public Task<OpenedPage> OpenPageAsync(
        string paymentId, Guid checkoutId, long amount, string currency, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        throw new HttpRequestException("The provider does not answer.");

    public Task ClosePageAsync(string reference, CancellationToken cancellationToken) => throw new HttpRequestException("The provider does not answer.");

    public Task RefundAsync(string paymentId, long amount, string currency, string key, CancellationToken cancellationToken) => throw new HttpRequestException("The provider does not answer.");
}
