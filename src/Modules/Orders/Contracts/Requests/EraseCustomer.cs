namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by Conversations when a shopper is to be forgotten: profile, addresses, payment references, notes and open carts go, no reminder follows, and orders stay for the books without a name; may be repeated; answered with <see cref="CustomerErased"/>.</summary>
public sealed record EraseCustomer
{
    public required string OwnerId { get; init; }
}

/// <summary>Answered by Orders: what was done.</summary>
public sealed record CustomerErased
{
    public required string OwnerId { get; init; }

    /// <summary>Orders that are kept without name, address and notes.</summary>
    public required int Orders { get; init; }

    /// <summary>Carts that were emptied.</summary>
    public required int Carts { get; init; }

    /// <summary>Checkouts that are being paid: they keep the buyer until they end. Where it is above zero, ask again later.</summary>
    public required int CheckoutsUnderWay { get; init; }
}
