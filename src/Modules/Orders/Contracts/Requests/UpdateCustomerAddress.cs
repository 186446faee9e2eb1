namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by Tools after the customer said yes: another default address; answered with <see cref="CustomerDetails"/>, <see cref="OrderRefused"/> or <see cref="CustomerNotFound"/>. Orders already placed keep theirs. The same key acts once.</summary>
public sealed record UpdateCustomerAddress
{
    public required string OwnerId { get; init; }
    public required PostalAddress Address { get; init; }

    /// <summary>Idempotency key, unique per owner, at most 200 characters.</summary>
    public required string Key { get; init; }
}
