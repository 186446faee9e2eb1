using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.People;

internal sealed class SeekCustomer(IRequestClient<FindCustomer> orders) : Tool<FindCustomerInput, FoundCustomerResult>(Listing)
{
    private static readonly ToolCard Listing = ToolCard.Reading<FindCustomerInput, FoundCustomerResult>(
        "find_customer", "Find a customer", ToolScopes.Admin,
        "For the shop's own staff: finds exactly one customer by e-mail, or by first name, last name and postal code together. A customer_id lets nobody act for the customer.");

    protected override async Task<ToolAnswer<FoundCustomerResult>> HandleAsync(FindCustomerInput input, ToolCaller caller, CancellationToken cancellationToken)
    {
        if (!input.IsEnough())
            return Refusals.InvalidArguments(["Give email, or first_name, last_name and postal_code together."]);
        var question = new FindCustomer { Email = input.Email, FirstName = input.FirstName, LastName = input.LastName, PostalCode = input.PostalCode };
        var answer = await orders.GetResponse<CustomerFound, CustomerNotFound>(question, cancellationToken, caller.Patience.Rest);
        return answer.Is(out Response<CustomerFound>? found) ? new FoundCustomerResult { CustomerId = found.Message.OwnerId } : Refusals.CustomerNotFound();
    }
}

internal sealed record FindCustomerInput
{
    [Description("The customer's e-mail address; letter case does not matter.")]
    [StringLength(254, MinimumLength = 3)]
    public string? Email { get; init; }

    [Description("First name.")]
    [StringLength(100, MinimumLength = 1)]
    public string? FirstName { get; init; }

    [Description("Last name.")]
    [StringLength(100, MinimumLength = 1)]
    public string? LastName { get; init; }

    [Description("Postal code of the customer's address.")]
    [StringLength(20, MinimumLength = 1)]
    public string? PostalCode { get; init; }

    public bool IsEnough() => Email is not null || (FirstName is not null && LastName is not null && PostalCode is not null);
}
