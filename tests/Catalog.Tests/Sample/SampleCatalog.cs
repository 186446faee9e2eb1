namespace EcommerceBot.Catalog.Tests.Sample;

/// <summary>A small shop of this suite's own.</summary>
internal static class SampleCatalog
{
    public const string Json =
        """
        [
          {"id": "keyboard", "title": "Mechanical Keyboard", "description": "Clicks under every finger.", "brand": "Tapwell", "category": "Computers",
           "variants": [{"sku": "KEY-UK", "options": {"layout": "UK"}, "price": "89.90", "stock": 5}, {"sku": "KEY-DE", "options": {"layout": "DE"}, "price": "94.90", "stock": 0}]},
          {"id": "mouse", "title": "Quiet Mouse", "description": "Goes well with a keyboard.", "brand": "Tapwell", "category": "Computers",
           "variants": [{"sku": "MOUSE", "price": "24.50", "stock": 50}]},
          {"id": "boot", "title": "Hiking Boots", "description": "For stony paths.", "brand": "Highfoot", "category": "Footwear",
           "variants": [{"sku": "BOOT-41", "options": {"size": "41", "colour": "brown"}, "price": "139.00", "stock": 2}, {"sku": "BOOT-42", "options": {"size": "42", "colour": "black"}, "price": "139.00", "stock": 3}]},
          {"id": "sock", "title": "Hiking Socks", "description": "Keep feet dry in boots.", "brand": "Highfoot", "category": "Footwear",
           "variants": [{"sku": "SOCK", "price": "12.00", "stock": 80}]},
          {"id": "lamp-gone", "title": "Camping Lantern", "description": "A warm light.", "brand": "Glow", "category": "Camping",
           "variants": [{"sku": "LAMP-1", "price": "30.00", "stock": 0}]},
          {"id": "lamp", "title": "Camping Lantern", "description": "A warm light.", "brand": "Glow", "category": "Camping",
           "variants": [{"sku": "LAMP-2", "price": "30.00", "stock": 7}]}
        ]
        """;
}
