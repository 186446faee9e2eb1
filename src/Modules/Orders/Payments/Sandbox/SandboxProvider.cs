using Microsoft.Extensions.Options;

namespace EcommerceBot.Orders.Payments.Sandbox;

/// <summary>A provider that moves no money: its hosted page is served by this Host, and its events take the path of any other provider's.</summary>
internal sealed class SandboxProvider(IOptions<ShopOptions> shop) : IPaymentProvider
{
    public const string ProviderName = "sandbox";

    public string Name => ProviderName;

    public Task<string> OpenPageAsync(string paymentId, Guid checkoutId, long amount, string currency, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        Task.FromResult($"{shop.Value.PublicUrl.TrimEnd('/')}/pay/{paymentId}");

    // There is nothing to give back; the row and the event that follow are the refund.
    public Task RefundAsync(string paymentId, CancellationToken cancellationToken) => Task.CompletedTask;
}
