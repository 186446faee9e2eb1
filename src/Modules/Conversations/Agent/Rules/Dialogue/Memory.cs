namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>
/// What the rules remember between turns. Never a price, a stock figure or a link: those are asked for again when they are shown.
/// </summary>
internal sealed record Memory
{
    /// <summary>Another version is forgotten, not guessed at.</summary>
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    public string Language { get; init; } = Rules.Language.Languages.Default;

    public string? CartId { get; init; }

    /// <summary>The line that was added or changed last: "make it 3" means it.</summary>
    public string? LastSku { get; init; }

    /// <summary>The product that was shown last: "it" means it.</summary>
    public SeenProduct? LastProduct { get; init; }

    /// <summary>The search that "more" continues.</summary>
    public LastSearch? Search { get; init; }

    /// <summary>What was listed last, in that order: "the second one" means these.</summary>
    public IReadOnlyList<SeenProduct> Results { get; init; } = [];

    public Question Pending { get; init; } = Question.None;

    public string? BuyerName { get; init; }

    public string? BuyerAddress { get; init; }

    /// <summary>Codes the shopper gave, which each review asks for.</summary>
    public IReadOnlyList<string> Coupons { get; init; } = [];

    /// <summary>The checkout that was created last and has not ended.</summary>
    public string? CheckoutId { get; init; }

    /// <summary>The confirmation of what was last shown for <see cref="CheckoutId"/>; null once it no longer stands.</summary>
    public string? Confirmation { get; init; }

    /// <summary>True once the shopper said yes: the payment page is there or on its way.</summary>
    public bool Paying { get; init; }

    /// <summary>The cart that the last yes closed; a cart begun since is another one.</summary>
    public string? PaidCartId { get; init; }

    /// <summary>The checkout whose end was already told, so that the shop's own news of it stays silent.</summary>
    public string? EndedCheckoutId { get; init; }
}

/// <summary>A search and where its next page begins. Bounds in minor units.</summary>
internal sealed record LastSearch(string Query, long? Min, long? Max, int Next);

/// <summary>A product that was listed.</summary>
internal sealed record SeenProduct(string Id, string Title);

/// <summary>What the last reply asked, with what it was asked about.</summary>
internal sealed record Question(QuestionKind Kind, string? Subject = null, int Quantity = 1)
{
    public static readonly Question None = new(QuestionKind.Nothing);

    /// <summary>True while any words may be the answer.</summary>
    public bool TakesWords => Kind is QuestionKind.Name or QuestionKind.Address;
}

internal enum QuestionKind
{
    Nothing,

    /// <summary>Whose name goes on the parcel?</summary>
    Name,

    /// <summary>Where does the parcel go?</summary>
    Address,

    /// <summary>What should those who pack it know?</summary>
    Note,

    /// <summary>Which coupon code?</summary>
    Coupon,

    /// <summary>Pay exactly this?</summary>
    Payment,

    /// <summary>Shall the review be shown again?</summary>
    Review,

    /// <summary>Really empty the cart? Subject: its id and version.</summary>
    EmptyCart,

    /// <summary>Put this SKU into the cart?</summary>
    AddSku,

    /// <summary>Really cancel the checkout that waits for its payment?</summary>
    CancelCheckout,

    /// <summary>Check out now?</summary>
    Checkout,

    /// <summary>Which of the listed products?</summary>
    Product,

    /// <summary>Which variant of the product?</summary>
    Variant,

    /// <summary>Which order number?</summary>
    OrderNumber,
}
