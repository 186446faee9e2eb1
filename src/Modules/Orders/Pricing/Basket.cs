namespace EcommerceBot.Orders.Pricing;

/// <summary>All that a price depends on: the same basket always costs the same.</summary>
internal sealed record Basket
{
    public required IReadOnlyList<BasketLine> Lines { get; init; }

    /// <summary>ISO 4217; of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>In the order in which they were given; refused ones are not among them.</summary>
    public IReadOnlyList<Discount> Discounts { get; init; } = [];

    /// <summary>What the chosen way of delivery costs before discounts; null where none is chosen.</summary>
    public long? Shipping { get; init; }

    /// <summary>The rates that hold where the basket goes, by tax class.</summary>
    public IReadOnlyDictionary<string, TaxRate> Taxes { get; init; } = new Dictionary<string, TaxRate>();
}

/// <summary>Some pieces at one price.</summary>
internal sealed record BasketLine(string ProductId, string? Category, string TaxClass, int Quantity, long UnitPrice);

/// <summary>A tax rate in hundredths of a per cent, and whether prices have it in them already.</summary>
internal sealed record TaxRate(int BasisPoints, bool IsIncluded);

/// <summary>What a coupon takes off, and from which lines; empty lists mean every line.</summary>
internal sealed record Discount(string Code, DiscountKind Kind, IReadOnlyList<string> ProductIds, IReadOnlyList<string> Categories)
{
    /// <summary>With <see cref="DiscountKind.Percent"/>: 1 to 10,000 hundredths of a per cent.</summary>
    public int BasisPoints { get; init; }

    /// <summary>With <see cref="DiscountKind.Amount"/>: minor units.</summary>
    public long Amount { get; init; }

    /// <summary>With <see cref="DiscountKind.BuyGet"/>: of so many bought …</summary>
    public int Buy { get; init; }

    /// <summary>… and so many more, those are free; always the cheapest.</summary>
    public int Get { get; init; }

    public bool Covers(BasketLine line) =>
        (ProductIds.Count == 0 && Categories.Count == 0) || ProductIds.Contains(line.ProductId) || (line.Category is not null && Categories.Contains(line.Category, StringComparer.OrdinalIgnoreCase));
}

/// <summary>In the order in which they take effect.</summary>
internal enum DiscountKind
{
    BuyGet,
    Percent,
    Amount,
    FreeShipping,
}
