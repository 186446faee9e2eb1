namespace EcommerceBot.Catalog.Contracts.Requests;

/// <summary>Asked by Catalog's own REST: make a product, or change what a JSON merge patch names of one; answered with <see cref="ProductSaved"/>, <see cref="ProductRejected"/> or <see cref="ProductNotFound"/>.</summary>
public sealed record SaveProduct
{
    /// <summary>The product to change; null makes a new one.</summary>
    public string? ProductId { get; init; }

    /// <summary>JSON in the shape of <see cref="ProductDocument"/>; for a change a merge patch (RFC 7396) whose variants are matched by SKU.</summary>
    public required string Document { get; init; }

    /// <summary>The version that was looked at; another one by now is rejected as <c>stale</c>. Null changes whatever is there.</summary>
    public int? Version { get; init; }

    /// <summary>Who asks, for the audit.</summary>
    public required string By { get; init; }
}

/// <summary>Answered by Catalog: the product as it is now.</summary>
public sealed record ProductSaved
{
    public required ProductDocument Product { get; init; }
}

/// <summary>Answered by Catalog: nothing was changed, and why.</summary>
public sealed record ProductRejected
{
    /// <summary><c>invalid</c>, <c>taken</c> (an id, SKU or slug) or <c>stale</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Every wrong field at once.</summary>
    public required IReadOnlyList<FieldFault> Faults { get; init; }
}

/// <summary>What is wrong with one field.</summary>
public sealed record FieldFault
{
    /// <summary>Where it stands: <c>variants[1].price</c>.</summary>
    public required string Field { get; init; }

    /// <summary>What is wrong and how to mend it.</summary>
    public required string Reason { get; init; }
}
