namespace EcommerceBot.Catalog.Contracts.Requests;

/// <summary>Asked by Catalog's own REST: new prices for many SKUs, all or none; answered with <see cref="PricesChanged"/> or <see cref="ChangeRejected"/>.</summary>
public sealed record ChangePrices
{
    /// <summary>1 to 1,000; a SKU and currency once.</summary>
    public required IReadOnlyList<PriceChange> Lines { get; init; }

    /// <summary>Who asks, for the audit.</summary>
    public required string By { get; init; }
}

/// <summary>A new price of one SKU.</summary>
public sealed record PriceChange
{
    public required string Sku { get; init; }

    /// <summary>Minor units, above zero.</summary>
    public required long Price { get; init; }

    /// <summary>ISO 4217; the variant's own currency when left out, any other sets its price in that one.</summary>
    public string? Currency { get; init; }

    /// <summary>What it cost before, above the price; left out, there is none.</summary>
    public long? CompareAtPrice { get; init; }
}

/// <summary>Answered by Catalog: how many prices differ from before.</summary>
public sealed record PricesChanged
{
    public required int Changed { get; init; }
}

/// <summary>Answered by Catalog: nothing was changed, because of these lines.</summary>
public sealed record ChangeRejected
{
    public required IReadOnlyList<FieldFault> Faults { get; init; }
}
