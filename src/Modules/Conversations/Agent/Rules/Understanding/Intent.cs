namespace EcommerceBot.Conversations.Agent.Rules.Understanding;

/// <summary>What a shopper may want, as the language files name it in snake_case.</summary>
internal enum IntentKind
{
    Unclear,
    Greeting,
    Help,
    Thanks,
    Goodbye,
    Yes,
    No,
    Back,
    Cancel,
    Search,
    Browse,
    More,
    Details,
    ChooseVariant,
    Add,
    OneMore,
    ShowCart,
    Remove,
    SetQuantity,
    EmptyCart,
    Checkout,
    PaymentLink,
    ChangeName,
    ChangeAddress,
    OrderStatus,
    CancelOrder,
    Human,
    ServiceTopic,
    OffTopic,
}

/// <summary>What one sentence asks for.</summary>
internal sealed record Intent(IntentKind Kind)
{
    /// <summary>The words that say which product, line or value is meant, in the shopper's spelling; may be empty.</summary>
    public string What { get; init; } = "";

    /// <summary>With a wish: the thing itself without what describes it, to be tried where the whole finds nothing.</summary>
    public string? Thing { get; init; }

    public int? Quantity { get; init; }

    public string? OrderNumber { get; init; }

    /// <summary>With <see cref="IntentKind.ServiceTopic"/>: the subject, such as <c>refund</c>.</summary>
    public string? Topic { get; init; }

    public PriceRange Price { get; init; } = PriceRange.Any;

    /// <summary>True where no pattern matched and the words are only taken for a wish.</summary>
    public bool Guessed { get; init; }

    /// <summary>True where the words sound like something a shop does not do, should a search find nothing.</summary>
    public bool SoundsOffTopic { get; init; }
}

/// <summary>Bounds in minor units; null where there is none.</summary>
internal sealed record PriceRange(long? Min, long? Max)
{
    public static readonly PriceRange Any = new(null, null);
}
