using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using EcommerceBot.Tools.Shopping;
using MassTransit;

namespace EcommerceBot.Tools.AfterSales;

/// <summary>A tool that moves money or goods of an order: shows what would happen, and acts only with the confirmation of exactly that.</summary>
internal abstract class OrderChange<TInput, TQuestion>(IRequestClient<TQuestion> orders, GivenConfirmations given, ToolCard card)
    : Tool<TInput, OrderChangeResult>(card)
    where TInput : OrderChangeInput
    where TQuestion : class
{
    protected abstract TQuestion Question(TInput input, ToolCaller caller, bool preview);

    protected override async Task<ToolAnswer<OrderChangeResult>> HandleAsync(TInput input, ToolCaller caller, CancellationToken cancellationToken)
    {
        // A repeated call finds the order changed, by itself: its confirmation was right the first time.
        if (input.Confirmation is { } repeated && await given.IsKnownAsync(caller, repeated, cancellationToken))
            return await ActAsync(input, caller, cancellationToken);

        var (shown, refusal) = await AskAsync(input, caller, preview: true, cancellationToken);
        if (shown is null)
            return refusal!;
        var confirmation = Confirmation.Of(Card.Name, caller.OwnerId, input with { Confirmation = null, IdempotencyKey = null }, shown);
        if (input.Confirmation is null)
            return new OrderChangeResult { Done = false, Confirmation = confirmation, Order = shown };
        if (!Confirmation.Matches(input.Confirmation, confirmation))
            return Refusals.ConfirmationMismatch();
        await given.RememberAsync(caller, confirmation, cancellationToken);
        return await ActAsync(input, caller, cancellationToken);
    }

    private async Task<ToolAnswer<OrderChangeResult>> ActAsync(TInput input, ToolCaller caller, CancellationToken cancellationToken)
    {
        var (order, refusal) = await AskAsync(input, caller, preview: false, cancellationToken);
        return order is null ? refusal! : new OrderChangeResult { Done = true, Order = order };
    }

    private async Task<(OrderResult? Order, ToolRefusal? Refusal)> AskAsync(TInput input, ToolCaller caller, bool preview, CancellationToken cancellationToken)
    {
        var answer = await orders.GetResponse<OrderDetails, OrderRefused, OrderNotFound>(Question(input, caller, preview), cancellationToken, caller.Patience.Rest);
        if (answer.Is(out Response<OrderDetails>? order))
            return (order.Message.Result(), null);
        return (null, answer.Is(out Response<OrderRefused>? refused) ? Refusals.Of(refused.Message) : Refusals.OrderNotFound());
    }
}
