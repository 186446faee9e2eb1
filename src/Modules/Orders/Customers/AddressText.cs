using EcommerceBot.Orders.Contracts.Requests;

namespace EcommerceBot.Orders.Customers;

/// <summary>A postal address as it is read, checked and compared.</summary>
internal static class AddressText
{
    /// <summary>As one text of at most 500 characters, in the order in which it is written on a parcel.</summary>
    public static string Of(PostalAddress address) => string.Join(", ", new[]
    {
        address.Line1, address.Line2, address.City, $"{address.Region} {address.PostalCode}".Trim(), address.Country,
    }.Where(part => !string.IsNullOrWhiteSpace(part)));

    /// <summary>Without spaces around its fields, and nothing where there is nothing.</summary>
    public static PostalAddress Clean(PostalAddress address) => new()
    {
        Line1 = address.Line1.Trim(),
        Line2 = address.Line2?.Trim() ?? "",
        City = address.City.Trim(),
        Region = address.Region?.Trim() ?? "",
        PostalCode = address.PostalCode.Trim(),
        Country = address.Country.Trim(),
    };

    /// <summary>All that is wrong with it, in one sentence, or null.</summary>
    public static string? Fault(PostalAddress address)
    {
        List<string> faults =
        [
            .. Fault("line 1", address.Line1, 1, 120), .. Fault("line 2", address.Line2, 0, 120), .. Fault("the city", address.City, 1, 80),
            .. Fault("the region", address.Region, 0, 80), .. Fault("the postal code", address.PostalCode, 1, 20), .. Fault("the country", address.Country, 1, 60),
        ];
        return faults.Count == 0 ? null : $"This address cannot be used: {string.Join(", ", faults)}.";
    }

    private static IEnumerable<string> Fault(string name, string? text, int least, int most)
    {
        var length = text?.Trim().Length ?? 0;
        if (length < least)
            yield return $"{name} is missing";
        if (length > most)
            yield return $"{name} has {length} characters and may have {most}";
        if (text?.Any(char.IsControl) == true)
            yield return $"{name} has control characters";
    }
}
