using System.Globalization;
using EcommerceBot.Conversations.Outbound;

namespace EcommerceBot.Conversations.Channels.WhatsApp;

/// <summary>A product card as a row of a list: what a row's title has no room for goes behind the price.</summary>
internal static class ProductRow
{
    public static MessageOption Of(ProductCard card)
    {
        var more = WhatsAppLimits.Line(card.Title, WhatsAppLimits.RowTitle) == card.Title ? card.Description : card.Title;
        var price = Price(card.Price);
        return new MessageOption($"product:{card.Id}", card.Title, string.IsNullOrWhiteSpace(more) ? price : $"{price} · {more}");
    }

    /// <summary>1050 EUR is "10.50 EUR", 1050 JPY is "1050 JPY".</summary>
    private static string Price(CardPrice price)
    {
        var decimals = Decimals(price.Currency);
        var amount = price.Amount / (decimal)Math.Pow(10, decimals);
        return $"{amount.ToString($"F{decimals}", CultureInfo.InvariantCulture)} {price.Currency}";
    }

    /// <summary>ISO 4217: currencies whose minor unit is not a hundredth.</summary>
    private static int Decimals(string currency) => currency switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG"
            or "RWF" or "UGX" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        _ => 2,
    };
}
