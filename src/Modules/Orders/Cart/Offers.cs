using EcommerceBot.Catalog.Contracts.Requests;
using MassTransit;

namespace EcommerceBot.Orders.Cart;

/// <summary>Asks Catalog what it sells under some SKUs, and for how much.</summary>
internal static class Offers
{
    /// <summary>For whoever waits for the answer to a change of theirs.</summary>
    public static readonly RequestTimeout Patience = RequestTimeout.After(s: 4);

    /// <returns>By SKU; without those that Catalog does not sell.</returns>
    public static async Task<Dictionary<string, VariantOffer>> OffersAsync(
        this IRequestClient<GetOffers> catalog, IEnumerable<string> skus, RequestTimeout patience, CancellationToken cancellationToken)
    {
        List<string> wanted = [.. skus.Distinct()];
        if (wanted.Count == 0)
            return [];
        var found = await catalog.GetResponse<OffersFound>(new GetOffers { Skus = wanted }, cancellationToken, patience);
        return found.Message.Offers.ToDictionary(offer => offer.Sku);
    }
}
