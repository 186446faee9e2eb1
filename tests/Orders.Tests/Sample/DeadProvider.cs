using EcommerceBot.Orders.Payments;

namespace EcommerceBot.Orders.Tests.Sample;

/// <summary>A payment provider that is down until it is said to be back; then it is the sandbox under another name.</summary>
internal sealed class DeadProvider : IPaymentProvider
{
    private int _asked;

    public bool IsBack { get; set; }
    public int Asked => _asked;
    public string Name => "dead";

    public Task<OpenedPage> OpenPageAsync(PageWish wish, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asked);
        return IsBack ? Task.FromResult(new OpenedPage($"http://localhost/pay/{wish.PaymentId}")) : throw Away();
    }

    public Task ClosePageAsync(string reference, CancellationToken cancellationToken) => IsBack ? Task.CompletedTask : throw Away();

    public Task RefundAsync(string paymentId, long amount, string currency, string key, CancellationToken cancellationToken) => IsBack ? Task.CompletedTask : throw Away();

    private static ProviderAwayException Away() => new("dead", new HttpRequestException("The provider does not answer."));
}
