using System.Globalization;

namespace EcommerceBot.Conversations.Agent.Rules.Understanding;

/// <summary>What a button or row stands for, read strictly: an id that the rules never gave out is no action.</summary>
/// <param name="Verb">The first part of the id.</param>
/// <param name="Subject">A product id, SKU, checkout id …; empty where the verb takes none.</param>
/// <param name="Number">A quantity, an offset or a version.</param>
/// <param name="Proof">With <c>pay</c>: the first eight characters of the confirmation that was shown.</param>
internal sealed record ShopAction(string Verb, string Subject = "", int Number = 0, string Proof = "")
{
    private const int LongestId = 200;
    private static readonly HashSet<string> Plain =
        ["more", "cart", "edit", "empty", "checkout", "change", "stop", "help", "human", "orders", "browse", "yes", "no", "paylink"];

    /// <summary>
    /// Null where the id is not one of: a plain verb, <c>product:{id}</c>, <c>variants:{id}:{offset}</c>, <c>line:{sku}</c>,
    /// <c>add:{sku}[:{n}]</c>, <c>qty:{sku}:{n}</c>, <c>emptied:{cart}:{version}</c>, <c>pay|cash|transfer:{checkout}:{proof}</c>,
    /// <c>payby:{method}</c>, <c>stop:{checkout}</c>, <c>change:name|address|note|coupon</c>, <c>name:channel</c>, <c>order:{number}</c>.
    /// </summary>
    public static ShopAction? Parse(string id)
    {
        if (id.Length > LongestId)
            return null;
        if (Plain.Contains(id))
            return new ShopAction(id);

        var colon = id.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == id.Length - 1)
            return null;
        var (verb, rest) = (id[..colon], id[(colon + 1)..]);
        return verb switch
        {
            "product" or "line" or "order" or "stop" => new ShopAction(verb, rest),
            "add" => Numbered(verb, rest) ?? new ShopAction(verb, rest, 1),
            "variants" or "qty" or "emptied" => Numbered(verb, rest),
            "pay" or "cash" or "transfer" => Proven(verb, rest),
            "payby" when rest is "online" or "cash_on_delivery" or "bank_transfer" => new ShopAction(verb, rest),
            "change" when rest is "name" or "address" or "note" or "coupon" => new ShopAction(verb, rest),
            "name" when rest == "channel" => new ShopAction(verb, rest),
            _ => null,
        };
    }

    private static ShopAction? Numbered(string verb, string rest)
    {
        var colon = rest.LastIndexOf(':');
        if (colon <= 0 || !int.TryParse(rest.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        return new ShopAction(verb, rest[..colon], number);
    }

    private static ShopAction? Proven(string verb, string rest)
    {
        var colon = rest.LastIndexOf(':');
        return colon <= 0 || colon == rest.Length - 1 ? null : new ShopAction(verb, rest[..colon], Proof: rest[(colon + 1)..]);
    }
}
