namespace EcommerceBot.Catalog.Products;

/// <summary>How many decimals a currency's major unit has (ISO 4217).</summary>
internal static class Currencies
{
    private const string Two =
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD "
        + "FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN "
        + "MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD "
        + "TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG";

    private const string None = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";

    private const string Three = "BHD IQD JOD KWD LYD OMR TND";

    private static readonly Dictionary<string, int> Exponents = new[] { (Two, 2), (None, 0), (Three, 3) }
        .SelectMany(group => group.Item1.Split(' '), (group, code) => (code, group.Item2))
        .ToDictionary(entry => entry.code, entry => entry.Item2, StringComparer.Ordinal);

    /// <summary>Decimals of the currency; null when there is no such code.</summary>
    public static int? Exponent(string code) => Exponents.TryGetValue(code, out var exponent) ? exponent : null;
}
