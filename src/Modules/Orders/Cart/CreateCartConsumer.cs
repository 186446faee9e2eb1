using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Idempotency;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Orders.Cart;

internal sealed class CreateCartConsumer(IServiceScopeFactory scopes, IOptions<ShopOptions> shop, CartMeter meter, TimeProvider time) : IConsumer<CreateCart>
{
    public async Task Consume(ConsumeContext<CreateCart> context)
    {
        var call = KeyedCall.Of(context.Message.OwnerId, context.Message.Key, nameof(CreateCart));
        if (call.Fault is { } fault)
        {
            await context.RespondAsync(new CartRefused { Code = "invalid_key", Reason = fault });
            return;
        }
        await context.RespondAsync(await Collisions.RetryAsync(scopes, async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(context.CancellationToken);
            if (await call.FindOutcomeAsync(db, context.CancellationToken) is { } earlier)
                return earlier.For<CartContents>() ?? (object)new CartRefused { Code = "key_reused", Reason = KeyedCall.ReusedSentence };
            var cart = ShoppingCart.New(call.OwnerId, shop.Value.Currency, time.GetUtcNow());
            db.Add(cart);
            var contents = cart.ToContract();
            call.Keep(db, contents, time.GetUtcNow());
            await db.SaveChangesAsync(context.CancellationToken);
            await transaction.CommitAsync(context.CancellationToken);
            meter.Created();
            return contents;
        }));
    }
}
