namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Answered by Orders to every cart request that was carried out: the whole cart as it now stands.</summary>
public sealed record CartContents
{
    /// <summary>Opaque handle.</summary>
    public required string CartId { get; init; }

    /// <summary>Goes up with every change; a checkout is bound to it.</summary>
    public required int Version { get; init; }
    public required IReadOnlyList<CartLine> Lines { get; init; }

    /// <summary>Sum of the lines in minor units of <see cref="Currency"/>.</summary>
    public required long Total { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>As SetCartNote left it.</summary>
    public string? Note { get; init; }

    /// <summary>What has moved in price or stock since it was shown, with MergeCart what could not be taken over: the <see cref="Notices"/> as English sentences.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>The same for whoever writes their own sentences.</summary>
    public IReadOnlyList<CartNotice> Notices { get; init; } = [];
}

/// <summary>One thing about a line that is not as it was shown; nobody is charged for it before it was told.</summary>
public sealed record CartNotice
{
    /// <summary><c>price_changed</c>, <c>sold_out</c>, <c>fewer_left</c>, <c>other_currency</c>, or with MergeCart <c>not_taken_over</c> and <c>partly_taken_over</c>.</summary>
    public required string Kind { get; init; }
    public required string Sku { get; init; }
    public required string Title { get; init; }

    /// <summary>ISO 4217; of the prices, with <c>other_currency</c> the new one.</summary>
    public required string Currency { get; init; }

    /// <summary>With <c>price_changed</c>: for one piece, minor units.</summary>
    public long? OldPrice { get; init; }

    /// <summary>With <c>price_changed</c>: for one piece, minor units.</summary>
    public long? NewPrice { get; init; }

    /// <summary>With <c>fewer_left</c>: pieces that can be had; with <c>partly_taken_over</c>: pieces that were.</summary>
    public int? Pieces { get; init; }
}

/// <summary>A line of a cart or a checkout: what was shown when it was added, and its price.</summary>
public sealed record CartLine
{
    public required string Sku { get; init; }
    public required string ProductId { get; init; }
    public required string Title { get; init; }
    public required IReadOnlyDictionary<string, string> Options { get; init; }
    public required int Quantity { get; init; }

    /// <summary>Minor units.</summary>
    public required long UnitPrice { get; init; }

    /// <summary>Quantity × unit price, minor units.</summary>
    public required long LineTotal { get; init; }
    public string? ImageUrl { get; init; }
}

/// <summary>Answered by Orders: the cart was left as it was, and why.</summary>
public sealed record CartRefused
{
    /// <summary><c>unknown_sku</c>, <c>out_of_stock</c>, <c>invalid_quantity</c>, <c>too_many_lines</c>, <c>other_currency</c>, <c>invalid_key</c>, <c>key_reused</c>, <c>invalid_note</c> or <c>cart_closed</c>.</summary>
    public required string Code { get; init; }

    /// <summary>A sentence that says what is wrong and what would be accepted.</summary>
    public required string Reason { get; init; }
    public string? Sku { get; init; }

    /// <summary>With <c>out_of_stock</c>: pieces that could be had.</summary>
    public int? Available { get; init; }
}

/// <summary>Answered by Orders: this owner has no such cart (it may belong to somebody else; the answer is the same).</summary>
public sealed record CartNotFound
{
    public required string CartId { get; init; }
}
