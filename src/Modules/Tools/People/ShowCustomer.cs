using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.People;

internal sealed class ShowCustomer(IRequestClient<GetCustomer> orders) : Tool<GetCustomerInput, CustomerResult>(Listing)
{
    private static readonly ToolCard Listing = ToolCard.Reading<GetCustomerInput, CustomerResult>(
        "get_customer", "Show the customer", ToolScopes.ReadOrders,
        "Shows the customer the caller acts for: name, address, ways to pay (without card data) and order numbers.");

    protected override async Task<ToolAnswer<CustomerResult>> HandleAsync(GetCustomerInput input, ToolCaller caller, CancellationToken cancellationToken)
    {
        var answer = await orders.GetResponse<CustomerDetails, CustomerNotFound>(new GetCustomer { OwnerId = caller.OwnerId }, cancellationToken, caller.Patience.Rest);
        return answer.Is(out Response<CustomerDetails>? customer) ? customer.Message.Result() : Refusals.CustomerNotFound();
    }
}

internal sealed record GetCustomerInput;
