using System.Text.Json.Nodes;
using EcommerceBot.Orders.Tests.Sample;

namespace EcommerceBot.Orders.Tests.AfterSales.Retail;

/// <summary>The retail shop's file, and what is looked up in it by the tests that recompute what a call should leave behind.</summary>
internal sealed class RetailFile(string path)
{
    private readonly JsonObject _root = JsonNode.Parse(File.ReadAllText(path))!.AsObject();

    public JsonObject Orders => _root["orders"]!.AsObject();
    public JsonObject Users => _root["users"]!.AsObject();

    public IEnumerable<(string ProductId, string Title, JsonObject Variant)> Variants =>
        from product in _root["products"]!.AsObject()
        from variant in product.Value!["variants"]!.AsObject()
        select (product.Key, (string)product.Value!["name"]!, variant.Value!.AsObject());

    public static long Minor(JsonNode? amount) => (long)Math.Round((decimal)amount! * 100, MidpointRounding.AwayFromZero);

    public long Price(string itemId) => Minor(Variants.Single(x => (string)x.Variant["item_id"]! == itemId).Variant["price"]);

    /// <summary>Puts the products on the fake catalog's shelf; what is not available counts none.</summary>
    public void Stock(FakeCatalog catalog)
    {
        foreach (var (productId, title, variant) in Variants)
        {
            var options = variant["options"]!.AsObject().ToDictionary(option => option.Key, option => (string)option.Value!);
            catalog.Put((string)variant["item_id"]!, title, Minor(variant["price"]), (bool)variant["available"]! ? 100 : 0, "USD", productId, options);
        }
    }
}
