using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.Shopping;

internal sealed class StartCart(IRequestClient<CreateCart> orders) : Tool<CreateCartInput, CartResult>(Listing)
{
    private static readonly ToolCard Listing = ToolCard.Writing<CreateCartInput, CartResult>(
        "create_cart", "Start a cart", ToolScopes.WriteCart,
        "Makes a new empty cart and returns its cart_id. Then use update_cart to put something in.");

    protected override async Task<ToolAnswer<CartResult>> HandleAsync(CreateCartInput input, ToolCaller caller, CancellationToken cancellationToken)
    {
        var answer = await orders.GetResponse<CartContents, CartRefused>(new CreateCart { OwnerId = caller.OwnerId, Key = caller.Key }, cancellationToken, caller.Patience.Rest);
        if (answer.Is(out Response<CartRefused>? refused))
            return Refusals.Of(refused.Message);
        return answer.Is(out Response<CartContents>? cart) ? cart.Message.Result() : throw new InvalidOperationException("Orders gave neither of its answers to CreateCart.");
    }
}

internal sealed record CreateCartInput : KeyedInput;
