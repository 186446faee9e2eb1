using EcommerceBot.Orders.AfterSales;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Idempotency;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Orders.Customers;

internal sealed class UpdateCustomerAddressConsumer(IServiceScopeFactory scopes, TimeProvider time) : IConsumer<UpdateCustomerAddress>
{
    public async Task Consume(ConsumeContext<UpdateCustomerAddress> context)
    {
        var request = context.Message;
        var call = KeyedCall.Of(request.OwnerId, request.Key, nameof(UpdateCustomerAddress), request.Address);
        if (call.Fault is { } fault)
            await context.RespondAsync(Refusals.Because("invalid_key", fault));
        else if (AddressText.Fault(request.Address) is { } unusable)
            await context.RespondAsync(Refusals.Because("invalid_address", unusable));
        else
            await context.RespondAsync(await Collisions.RetryAsync(scopes, db => MoveAsync(db, call, request.Address, context.CancellationToken)));
    }

    private async Task<object> MoveAsync(OrdersDbContext db, KeyedCall call, PostalAddress address, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await call.FindOutcomeAsync(db, cancellationToken) is { } earlier)
            return earlier.For<CustomerDetails>() ?? (object)Refusals.Because("key_reused", KeyedCall.ReusedSentence);
        var customer = await db.Customers.SingleOrDefaultAsync(x => x.OwnerId == call.OwnerId, cancellationToken);
        if (customer is null)
            return new CustomerNotFound();
        customer.LivesAt(AddressText.Clean(address));
        customer.UpdatedAt = time.GetUtcNow();
        customer.Version++;
        var details = await customer.DetailsAsync(db, cancellationToken);
        call.Keep(db, details, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return details;
    }
}
