namespace EcommerceBot.Orders.AfterSales.Admin;

/// <summary>The carriers' own pages for a parcel.</summary>
internal static class Carriers
{
    private static readonly Dictionary<string, string> Pages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["DHL"] = "https://www.dhl.com/global-en/home/tracking.html?tracking-id={0}",
        ["UPS"] = "https://www.ups.com/track?tracknum={0}",
        ["FedEx"] = "https://www.fedex.com/fedextrack/?trknbr={0}",
        ["USPS"] = "https://tools.usps.com/go/TrackConfirmAction?tLabels={0}",
        ["DPD"] = "https://tracking.dpd.de/status/en_US/parcel/{0}",
        ["GLS"] = "https://gls-group.com/track/{0}",
        ["Correos"] = "https://www.correos.es/es/en/tools/tracker/items/details?tracking-number={0}",
    };

    /// <summary>Null where there is no number, or nobody knows the carrier.</summary>
    public static string? Link(string? carrier, string? tracking) =>
        string.IsNullOrWhiteSpace(tracking) || carrier is null || !Pages.TryGetValue(carrier.Trim(), out var page) ? null
            : string.Format(System.Globalization.CultureInfo.InvariantCulture, page, Uri.EscapeDataString(tracking.Trim()));
}
