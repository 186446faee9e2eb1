using Microsoft.Extensions.Options;

namespace EcommerceBot.Orders.Payments.Sandbox;

/// <summary>A provider that moves no money: its hosted page is served by this Host, and its events take the path of any other provider's.</summary>
internal sealed class SandboxProvider(IOptions<ShopOptions> shop) : IPaymentProvider
{
    public const string ProviderName = "sandbox";

    public string Name => ProviderName;

    public Task<OpenedPage> OpenPageAsync(PageWish wish, CancellationToken cancellationToken) =>
        Task.FromResult(new OpenedPage($"{shop.Value.PublicUrl.TrimEnd('/')}/pay/{wish.PaymentId}"));

    // The page looks at its row, which closes with the checkout.
    public Task ClosePageAsync(string reference, CancellationToken cancellationToken) => Task.CompletedTask;

    // There is nothing to give back; the row and the event that follow are the refund.
    public Task RefundAsync(string paymentId, long amount, string currency, string key, CancellationToken cancellationToken) => Task.CompletedTask;
}
