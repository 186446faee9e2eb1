namespace EcommerceBot.Catalog.Products;

/// <summary>A status as messages and files word it.</summary>
internal static class StatusNames
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<ProductStatus>().Select(Of)];

    public static string Of(ProductStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>Null for any other word.</summary>
    public static ProductStatus? Parse(string? word) =>
        All.Contains(word) ? Enum.Parse<ProductStatus>(word!, ignoreCase: true) : null;
}
