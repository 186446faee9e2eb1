using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using EcommerceBot.Orders.Contracts.Requests;

namespace EcommerceBot.Tools.AfterSales;

/// <summary>A postal address as the customer gave it.</summary>
internal sealed record AddressInput
{
    [Description("Street and number.")]
    [StringLength(120, MinimumLength = 1)]
    public required string Line1 { get; init; }

    [Description("Flat, floor, company.")]
    [StringLength(120)]
    public string? Line2 { get; init; }

    [Description("City.")]
    [StringLength(80, MinimumLength = 1)]
    public required string City { get; init; }

    [Description("State or province, as it is written there.")]
    [StringLength(80)]
    public string? Region { get; init; }

    [Description("Postal code.")]
    [StringLength(20, MinimumLength = 1)]
    public required string PostalCode { get; init; }

    [Description("Country, as it is written there.")]
    [StringLength(60, MinimumLength = 1)]
    public required string Country { get; init; }

    public PostalAddress ToAddress() => new() { Line1 = Line1, Line2 = Line2, City = City, Region = Region, PostalCode = PostalCode, Country = Country };
}
