using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Orders.Pricing;

/// <summary>Which taxes are asked where. Without rates nothing is added and nothing is shown.</summary>
internal sealed class TaxOptions : IValidatableObject
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Tax";

    /// <summary>The class of products whose category names no other. Default standard.</summary>
    [Required, StringLength(40)]
    public string DefaultClass { get; set; } = "standard";

    /// <summary>Category to tax class, such as Books to reduced.</summary>
    public Dictionary<string, string> Classes { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The class <c>shipping</c> is the delivery's.</summary>
    public List<TaxRateOptions> Rates { get; init; } = [];

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Rates
        .Where(rate => string.IsNullOrWhiteSpace(rate.Country) || string.IsNullOrWhiteSpace(rate.Class) || rate.BasisPoints is < 0 or > 10_000)
        .Select(rate => new ValidationResult($"Tax:Rates should each have a Country, a Class and BasisPoints from 0 to 10000 (1900 is 19 %), and one has {rate.Country}, {rate.Class}, {rate.BasisPoints}."));

    /// <summary>By class, the rates of a region, or else of its country.</summary>
    public IReadOnlyDictionary<string, TaxRate> For(string? country, string? region) => Rates
        .Where(rate => Same(rate.Country, country) && (string.IsNullOrWhiteSpace(rate.Region) || Same(rate.Region, region)))
        .GroupBy(rate => rate.Class)
        .ToDictionary(rates => rates.Key, rates => rates.OrderBy(rate => string.IsNullOrWhiteSpace(rate.Region)).Select(rate => new TaxRate(rate.BasisPoints, rate.Included)).First());

    public string ClassOf(string? category) => category is not null && Classes.TryGetValue(category, out var taxClass) ? taxClass : DefaultClass;

    private static bool Same(string? a, string? b) => string.Equals(a?.Trim(), b?.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>One rate.</summary>
internal sealed class TaxRateOptions
{
    /// <summary>As addresses write it.</summary>
    public string Country { get; set; } = "";

    /// <summary>State or province; empty for the whole country.</summary>
    public string? Region { get; set; }

    /// <summary>Tax class of products, or <c>shipping</c>. Default standard.</summary>
    public string Class { get; set; } = "standard";

    /// <summary>Hundredths of a per cent, 0 to 10,000.</summary>
    public int BasisPoints { get; set; }

    /// <summary>Whether prices have it in them already. Default false: it comes on top.</summary>
    public bool Included { get; set; }
}
