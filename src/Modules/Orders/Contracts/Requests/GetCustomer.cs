namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by Tools: the owner's own profile; answered with <see cref="CustomerDetails"/> or <see cref="CustomerNotFound"/>.</summary>
public sealed record GetCustomer
{
    public required string OwnerId { get; init; }
}

/// <summary>Answered by Orders: the customer as it stands.</summary>
public sealed record CustomerDetails
{
    public required string OwnerId { get; init; }
    public string? Name { get; init; }
    public string? Email { get; init; }

    /// <summary>The default address, where it is known field by field.</summary>
    public PostalAddress? Address { get; init; }

    /// <summary>The same as one text; it may be all there is.</summary>
    public string? AddressText { get; init; }

    /// <summary>Ordered by id.</summary>
    public required IReadOnlyList<PaymentMethodDetails> PaymentMethods { get; init; }

    /// <summary>Newest first, at most 100.</summary>
    public required IReadOnlyList<string> OrderNumbers { get; init; }
}

/// <summary>A reference to a way to pay; no card data, only what a person needs to tell it from another.</summary>
public sealed record PaymentMethodDetails
{
    public required string PaymentMethodId { get; init; }

    /// <summary><c>card</c>, <c>paypal</c>, <c>gift_card</c> or <c>store_credit</c>.</summary>
    public required string Kind { get; init; }
    public string? Brand { get; init; }
    public string? LastFour { get; init; }

    /// <summary>With <c>gift_card</c> and <c>store_credit</c>: what is left, minor units of <see cref="Currency"/>.</summary>
    public long? Balance { get; init; }
    public string? Currency { get; init; }
}
