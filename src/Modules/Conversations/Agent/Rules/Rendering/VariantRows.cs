using EcommerceBot.Conversations.Agent.Rules.Dialogue;
using EcommerceBot.Conversations.Outbound;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Agent.Rules.Rendering;

/// <summary>Variants as buttons or rows.</summary>
internal static class VariantRows
{
    private const int FewLeft = 5;

    /// <summary>One row per variant: what tells it from the others, its price and its stock.</summary>
    public static IReadOnlyList<MessageOption> Of(ProductResult product, IReadOnlyList<ProductVariant> variants, int quantity, Talk talk)
    {
        var telling = product.Variants
            .SelectMany(variant => variant.Options)
            .Distinct()
            .GroupBy(option => option.Key)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ToList();
        return [.. variants.Select(Row)];

        MessageOption Row(ProductVariant variant) =>
            new($"add:{variant.Sku}:{quantity}", Title(variant, telling, product), Description(variant, telling, talk));
    }

    /// <summary>€169.90, only 3 left</summary>
    public static string PriceAndStock(ProductVariant variant, Talk talk)
    {
        var price = Money.Write(variant.Price.Amount, variant.Price.Currency, talk.Lexicon.File);
        var stock = variant.Available switch
        {
            <= 0 => talk.Words("sold_out"),
            <= FewLeft => talk.Words("few_left", ("n", $"{variant.Available}")),
            _ => talk.Words("in_stock"),
        };
        return $"{price}, {stock}";
    }

    private static string Title(ProductVariant variant, List<string> telling, ProductResult product)
    {
        var values = variant.Options.Where(option => telling.Contains(option.Key)).Select(option => option.Value).ToList();
        return values.Count > 0 ? string.Join(", ", values) : product.Title;
    }

    // A title that does not fit is said in full here.
    private static string Description(ProductVariant variant, List<string> telling, Talk talk)
    {
        var values = string.Join(", ", variant.Options.Where(option => telling.Contains(option.Key)).Select(option => option.Value));
        var facts = PriceAndStock(variant, talk);
        return values.Length <= Limits.RowTitle ? facts : $"{facts}: {values}";
    }
}
