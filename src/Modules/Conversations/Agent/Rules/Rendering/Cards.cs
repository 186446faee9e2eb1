using EcommerceBot.Conversations.Agent.Rules.Dialogue;
using EcommerceBot.Conversations.Outbound;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Agent.Rules.Rendering;

/// <summary>Products as cards.</summary>
internal static class Cards
{
    private const int LongestTitle = 80;

    public static IReadOnlyList<ProductCard> Of(IEnumerable<CatalogProduct> products, Talk talk) =>
        [.. products.Select(product => Card(product, talk))];

    private static ProductCard Card(CatalogProduct product, Talk talk)
    {
        // Each channel shows the price in its own way; what stands here is only what it does not know.
        string?[] parts = [product.InStock ? null : talk.Words("sold_out"), product.Brand];
        var description = string.Join(" · ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));
        return new ProductCard(
            product.Id,
            Clip.Line(product.Title, LongestTitle),
            new CardPrice(product.PriceFrom.Amount, product.PriceFrom.Currency),
            Clip.Line(description, Limits.RowDescription),
            product.ImageUrl);
    }
}
