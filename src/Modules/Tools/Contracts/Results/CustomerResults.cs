namespace EcommerceBot.Tools.Contracts.Results;

/// <summary>What <c>get_customer</c> and <c>update_customer_address</c> return: the customer the caller acts for.</summary>
public sealed record CustomerResult
{
    public required string CustomerId { get; init; }
    public string? Name { get; init; }
    public string? Email { get; init; }
    public AddressDetails? Address { get; init; }

    /// <summary>The address as one text, where its fields are not known.</summary>
    public string? AddressText { get; init; }
    public required IReadOnlyList<PaymentMethodResult> PaymentMethods { get; init; }

    /// <summary>Newest first, at most 100.</summary>
    public required IReadOnlyList<string> OrderNumbers { get; init; }
}

/// <summary>A way to pay, without card data.</summary>
public sealed record PaymentMethodResult
{
    public required string PaymentMethodId { get; init; }

    /// <summary><c>card</c>, <c>paypal</c>, <c>gift_card</c> or <c>store_credit</c>.</summary>
    public required string Kind { get; init; }
    public string? Brand { get; init; }
    public string? LastFour { get; init; }

    /// <summary>With <c>gift_card</c> and <c>store_credit</c>: what is left.</summary>
    public Price? Balance { get; init; }
}

/// <summary>What <c>find_customer</c> returns: exactly one customer fits.</summary>
public sealed record FoundCustomerResult
{
    public required string CustomerId { get; init; }
}

/// <summary>What <c>hand_off_to_human</c> returns.</summary>
public sealed record HandOffResult
{
    /// <summary>A sentence for the customer.</summary>
    public required string Message { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }
}
