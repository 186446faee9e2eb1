using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Media;

namespace EcommerceBot.Catalog.Products.Admin;

/// <summary>Reads a product document; every fault of it is told at once.</summary>
internal sealed partial class ProductFormReader(string currency, List<FieldFault> faults)
{
    private const int MostVariants = 250;
    private const int MostNames = 50;
    private const int MostPictures = 20;
    private const int LongestUrl = 2000;

    public ProductForm Read(JsonObject json)
    {
        var fields = new JsonFields(json, "", faults);
        fields.Ignore("version", "updatedAt");
        var form = new ProductForm(
            Id(fields), fields.Text("title", Product.LongestTitle, required: true) ?? "", fields.Text("description", Product.LongestDescription, breaks: true) ?? "",
            fields.Text("brand", Product.LongestName), fields.Text("category", Product.LongestName), SlugOf(fields), Status(fields),
            fields.Texts("attributes", MostNames, Product.LongestName), Tags(fields), Pictures(fields), Texts(fields), Variants(fields));
        fields.RefuseOthers();
        return form;
    }

    private static string? Id(JsonFields fields)
    {
        var id = fields.Text("id", Product.LongestId);
        if (id is not null && !Variant.CouldBeId(id))
            fields.Fault("id", "holds characters that no id has.");
        return id;
    }

    private static string? SlugOf(JsonFields fields)
    {
        var slug = fields.Text("slug", Slug.Longest);
        if (slug is not null && !Slug.IsValid(slug))
            fields.Fault("slug", "should have small letters, digits and single dashes.");
        return slug;
    }

    private static ProductStatus Status(JsonFields fields)
    {
        var word = fields.Text("status", 20);
        if (word is not null && StatusNames.Parse(word) is null)
            fields.Fault("status", $"should be {string.Join(", ", StatusNames.All)}.");
        return StatusNames.Parse(word) ?? ProductStatus.Active;
    }

    private static List<string> Tags(JsonFields fields)
    {
        var tags = new List<string>();
        foreach (var (index, node) in fields.List("tags", MostNames).Index())
        {
            if (node?.GetValueKind() != JsonValueKind.String || node.GetValue<string>().Trim() is not { Length: > 0 and <= Product.LongestName } tag || tag.Any(char.IsControl))
                fields.Fault($"tags[{index}]", $"should be a text of 1 to {Product.LongestName} characters.");
            else if (!tags.Contains(tag))
                tags.Add(tag);
        }
        return tags;
    }

    private static List<ProductPicture> Pictures(JsonFields fields)
    {
        var pictures = new List<ProductPicture>();
        foreach (var (index, node) in fields.List("media", MostPictures).Index())
        {
            if (Inside(fields, $"media[{index}]", node) is not { } picture)
                continue;
            var url = picture.Text("url", LongestUrl, required: true);
            if (url is not null && !IsPictureAddress(url))
                picture.Fault("url", $"should be a path under {MediaName.Path} of this shop, or an https address.");
            pictures.Add(new ProductPicture(url ?? "", picture.Text("alt", Product.LongestTitle)));
            picture.RefuseOthers();
        }
        return pictures;
    }

    private static Dictionary<string, ProductText> Texts(JsonFields fields)
    {
        var texts = new Dictionary<string, ProductText>(StringComparer.OrdinalIgnoreCase);
        foreach (var (language, node) in fields.Map("texts", MostNames))
        {
            if (!LanguageTag().IsMatch(language))
                fields.Fault($"texts.{language}", "should be named by a language tag such as es or pt-BR.");
            if (Inside(fields, $"texts.{language}", node) is not { } text)
                continue;
            texts.TryAdd(language, new ProductText(text.Text("title", Product.LongestTitle), text.Text("description", Product.LongestDescription, breaks: true)));
            text.RefuseOthers();
        }
        return texts;
    }

    private List<VariantForm> Variants(JsonFields fields)
    {
        var variants = new List<VariantForm>();
        var reader = new VariantFormReader(currency);
        foreach (var (index, node) in fields.List("variants", MostVariants).Index())
        {
            if (Inside(fields, $"variants[{index}]", node) is { } variant)
                variants.Add(reader.Read(variant, $"variants[{index}]"));
        }
        if (variants.Count == 0)
            fields.Fault("variants", "should hold at least one variant with a sku and a price.");
        foreach (var twice in variants.GroupBy(variant => variant.Sku, StringComparer.Ordinal).Where(same => same.Key.Length > 0 && same.Count() > 1))
            fields.Fault($"{twice.Last().Path}.sku", "stands twice.");
        if (variants.Find(variant => variant.Currency != variants[0].Currency) is { } other)
            fields.Fault($"{other.Path}.currency", $"is {other.Currency}, the first variant's {variants[0].Currency}. A product has one; put others into prices.");
        return variants;
    }

    private static JsonFields? Inside(JsonFields fields, string name, JsonNode? node)
    {
        if (node is JsonObject json)
            return fields.Inside(name, json);
        fields.Fault(name, "should be an object.");
        return null;
    }

    private static bool IsPictureAddress(string url) =>
        url.StartsWith(MediaName.Path, StringComparison.Ordinal) ? MediaName.IsValid(url[MediaName.Path.Length..])
            : Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;

    [GeneratedRegex(@"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\z", RegexOptions.CultureInvariant)]
    internal static partial Regex LanguageTag();
}
