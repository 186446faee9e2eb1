using System.ComponentModel;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.AfterSales;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.People;

internal sealed class MoveCustomer(IRequestClient<UpdateCustomerAddress> orders) : Tool<UpdateCustomerAddressInput, CustomerResult>(Listing)
{
    private static readonly ToolCard Listing = ToolCard.Writing<UpdateCustomerAddressInput, CustomerResult>(
        "update_customer_address", "Change the customer's address", ToolScopes.WriteOrders,
        "Changes the customer's default address for orders to come; orders already placed keep theirs (see update_order_address). Ask the customer to confirm the address first.") with
    { Destructive = true, Idempotent = true };

    protected override async Task<ToolAnswer<CustomerResult>> HandleAsync(UpdateCustomerAddressInput input, ToolCaller caller, CancellationToken cancellationToken)
    {
        var question = new UpdateCustomerAddress { OwnerId = caller.OwnerId, Address = input.Address.ToAddress(), Key = caller.Key };
        var answer = await orders.GetResponse<CustomerDetails, OrderRefused, CustomerNotFound>(question, cancellationToken, caller.Patience.Rest);
        if (answer.Is(out Response<CustomerDetails>? customer))
            return customer.Message.Result();
        return answer.Is(out Response<OrderRefused>? refused) ? Refusals.Of(refused.Message) : Refusals.CustomerNotFound();
    }
}

internal sealed record UpdateCustomerAddressInput : KeyedInput
{
    [Description("The whole new address.")]
    public required AddressInput Address { get; init; }
}
