using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Orders.Shipping;

/// <summary>How orders reach the buyer. Without methods delivery costs nothing and is not shown.</summary>
internal sealed class ShippingOptions : IValidatableObject
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Shipping";

    /// <summary>Grams of a piece, for methods by weight. Default 500.</summary>
    [Range(0, 1_000_000)]
    public int PieceWeight { get; set; } = 500;

    /// <summary>Category to grams of a piece, where it is not <see cref="PieceWeight"/>.</summary>
    public Dictionary<string, int> PieceWeights { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The first that serves an address is taken where the buyer chooses none.</summary>
    public List<ShippingMethod> Methods { get; init; } = [];

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Methods.SelectMany(method => method.Faults())
        .Concat(Methods.GroupBy(method => method.Id).Where(same => same.Count() > 1).Select(same => $"Shipping:Methods has {same.Key} twice; give each an Id of its own."))
        .Select(fault => new ValidationResult(fault));

    public int WeightOf(string? category) => category is not null && PieceWeights.TryGetValue(category, out var grams) ? grams : PieceWeight;
}

/// <summary>One way of delivery.</summary>
internal sealed class ShippingMethod
{
    /// <summary>1 to 40 characters.</summary>
    public string Id { get; set; } = "";

    /// <summary>As the buyer reads it.</summary>
    public string Title { get; set; } = "";

    /// <summary><c>flat</c>, <c>weight</c> (steps in grams), <c>subtotal</c> (steps in minor units) or <c>pickup</c>.</summary>
    public string Kind { get; set; } = "flat";

    /// <summary>Minor units of the shop's currency; with steps, the price beyond the last.</summary>
    public long Price { get; set; }

    /// <summary>Ascending: the first whose UpTo is not exceeded counts.</summary>
    public List<ShippingStep> Steps { get; init; } = [];

    /// <summary>Where it delivers, as addresses write the country; empty for everywhere.</summary>
    public List<string> Countries { get; init; } = [];

    /// <summary>Regions of those countries; empty for all of them.</summary>
    public List<string> Regions { get; init; } = [];

    /// <summary>Days until delivery, at the least and at the most.</summary>
    public int MinDays { get; set; } = 1;

    /// <summary>See <see cref="MinDays"/>.</summary>
    public int MaxDays { get; set; } = 5;

    public IEnumerable<string> Faults()
    {
        if (Id.Length is 0 or > 40 || Title.Length is 0 or > 80)
            yield return $"Shipping:Methods should each have an Id of 1 to 40 and a Title of 1 to 80 characters, and one has \"{Id}\" and \"{Title}\".";
        if (Kind is not ("flat" or "weight" or "subtotal" or "pickup"))
            yield return $"Shipping:Methods {Id} should have the Kind flat, weight, subtotal or pickup, not {Kind}.";
        if (Price < 0 || Steps.Any(step => step.Price < 0 || step.UpTo < 0) || Steps.Zip(Steps.Skip(1)).Any(pair => pair.First.UpTo >= pair.Second.UpTo))
            yield return $"Shipping:Methods {Id} should have prices of 0 or more, and steps that ascend.";
        if (MinDays < 0 || MaxDays < MinDays)
            yield return $"Shipping:Methods {Id} should have MinDays of 0 or more and MaxDays of at least that.";
    }
}

/// <summary>A price up to a weight or subtotal, that one included.</summary>
internal sealed class ShippingStep
{
    /// <summary>Grams or minor units.</summary>
    public long UpTo { get; set; }

    /// <summary>Minor units.</summary>
    public long Price { get; set; }
}
