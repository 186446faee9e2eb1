namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by Tools: one cart of this owner; answered with <see cref="CartContents"/> or <see cref="CartNotFound"/>.</summary>
public sealed record GetCart
{
    public required string CartId { get; init; }
    public required string OwnerId { get; init; }
}
