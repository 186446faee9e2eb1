using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Orders.Payments;

/// <summary>Where a buyer pays: a page at the provider, or one of ours that says where to transfer the money.</summary>
internal sealed class PageOpening(IServiceScopeFactory scopes, IPaymentProvider provider, IOptions<ShopOptions> shop)
{
    /// <returns>The page, not stored yet unless it was there before; null where the checkout was canceled.</returns>
    /// <exception cref="ProviderAwayException">It can be tried again later.</exception>
    public async Task<Payment?> OpenAsync(OpenPaymentPage command, CancellationToken cancellationToken)
    {
        Payment? before;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<OrdersDbContext>();
            if (await db.Quotes.AnyAsync(x => x.CheckoutId == command.CheckoutId && x.CanceledAt != null, cancellationToken))
                return null;
            before = await FindAsync(db, command.CheckoutId, cancellationToken);
        }
        if (before?.Page >= command.Attempt)
            return before;
        if (before is { Method: PayingBy.Online, Reference: { } old })
            await CloseAsync(old, command.PaymentMethod, cancellationToken);
        var id = before?.Id ?? Payment.NewId();
        var page = command.PaymentMethod == PayingBy.Transfer
            ? new OpenedPage($"{shop.Value.PublicUrl.TrimEnd('/')}/pay/transfer/{id}", PayingBy.NewReference())
            : await provider.OpenPageAsync(new PageWish(id, command.CheckoutId, command.Attempt, command.Amount, command.Currency, command.ExpiresAt), cancellationToken);
        return new Payment
        {
            Id = id,
            CheckoutId = command.CheckoutId,
            Amount = command.Amount,
            Currency = command.Currency,
            ExpiresAt = command.ExpiresAt,
            Url = page.Url,
            Reference = page.Reference,
            Method = command.PaymentMethod,
            Page = command.Attempt,
        };
    }

    private async Task CloseAsync(string old, string method, CancellationToken cancellationToken)
    {
        try
        {
            await provider.ClosePageAsync(old, cancellationToken);
        }
        catch (ProviderAwayException) when (method == PayingBy.Transfer)
        {
            // Nobody need wait for the provider who does not pay there; should both be paid after all, one goes back.
        }
    }

    public static Task<Payment?> FindAsync(OrdersDbContext db, Guid checkoutId, CancellationToken cancellationToken) =>
        db.Payments.SingleOrDefaultAsync(x => x.CheckoutId == checkoutId, cancellationToken);
}
