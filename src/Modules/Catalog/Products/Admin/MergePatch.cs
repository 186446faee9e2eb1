using System.Text.Json.Nodes;

namespace EcommerceBot.Catalog.Products.Admin;

/// <summary>RFC 7396, but for variants: an array would be replaced as a whole, and a price changed there would take every other variant out of the shop.</summary>
internal static class MergePatch
{
    private const string Variants = "variants";

    public static void Apply(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is null)
                target.Remove(name);
            else if (name == Variants && value is JsonArray changes && target[name] is JsonArray known)
                ApplyBySku(known, changes);
            else if (value is JsonObject inner && target[name] is JsonObject inside)
                Apply(inside, inner);
            else
                target[name] = Bare(value);
        }
    }

    private static void ApplyBySku(JsonArray known, JsonArray changes)
    {
        foreach (var change in changes)
        {
            var same = change is JsonObject ? known.OfType<JsonObject>().FirstOrDefault(variant => SkuOf(variant) is { } sku && sku == SkuOf(change.AsObject())) : null;
            if (same is null)
                known.Add(change is null ? null : Bare(change));
            else
                Apply(same, change!.AsObject());
        }
    }

    private static string? SkuOf(JsonObject variant) => variant["sku"] is JsonValue value && value.TryGetValue<string>(out var sku) ? sku : null;

    /// <summary>A copy without the members that are to be removed.</summary>
    private static JsonNode Bare(JsonNode value)
    {
        if (value is not JsonObject)
            return value.DeepClone();
        var bare = new JsonObject();
        Apply(bare, value.AsObject());
        return bare;
    }
}
