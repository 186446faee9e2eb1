using System.Text.Json.Nodes;

namespace EcommerceBot.Orders.Tests.AfterSales.Retail;

/// <summary>What the policy says a call leaves behind, recomputed on the file itself with none of the module's code.</summary>
internal sealed class RetailTruth(RetailFile file)
{
    /// <returns>False where the policy refuses the call, and nothing changes.</returns>
    public bool Apply(string call, JsonObject arguments)
    {
        if (!IsKnown(call, arguments) || !IsCovered(call, arguments))
            return false;
        var order = arguments["order_id"] is { } id ? file.Orders[(string)id!]!.AsObject() : null;
        switch (call)
        {
            case "cancel_pending_order":
                foreach (var payment in order!["payment_history"]!.AsArray().ToList())
                    Move(order, "refund", RetailFile.Minor(payment!["amount"]), (string)payment["payment_method_id"]!);
                order["status"] = "cancelled";
                order["cancel_reason"] = (string)arguments["reason"]!;
                break;
            case "modify_pending_order_address":
                order!["address"] = Address(arguments);
                break;
            case "modify_user_address":
                file.Users[(string)arguments["user_id"]!]!["address"] = Address(arguments);
                break;
            case "modify_pending_order_items":
                var difference = Swap(order!, arguments, replace: true);
                if (difference != 0)
                    Move(order!, difference > 0 ? "payment" : "refund", Math.Abs(difference), (string)arguments["payment_method_id"]!);
                order!["items_changed"] = true;
                break;
            case "exchange_delivered_order_items":
                order!["exchange"] = new JsonObject { ["method"] = (string)arguments["payment_method_id"]!, ["difference"] = Swap(order, arguments, replace: false) };
                order["status"] = "exchange requested";
                break;
            case "return_delivered_order_items":
                var refund = Texts(arguments, "item_ids").Sum(item => RetailFile.Minor(Items(order!).First(x => (string)x!["item_id"]! == item)!["price"]));
                order!["return"] = new JsonObject { ["method"] = (string)arguments["payment_method_id"]!, ["refund"] = refund };
                order["status"] = "return requested";
                break;
        }
        return true;
    }

    /// <summary>A few tasks look for customers and orders under names that nobody has.</summary>
    private bool IsKnown(string call, JsonObject arguments) => call switch
    {
        "find_user_id_by_email" => file.Users.Any(x => (string)x.Value!["email"]! == (string)arguments["email"]!),
        "find_user_id_by_name_zip" => file.Users.Any(x => (string)x.Value!["name"]!["first_name"]! == (string)arguments["first_name"]!
            && (string)x.Value["name"]!["last_name"]! == (string)arguments["last_name"]! && (string)x.Value["address"]!["zip"]! == (string)arguments["zip"]!),
        _ => arguments["order_id"] is not { } id || file.Orders[(string)id!] is not null,
    };

    /// <summary>A gift card must have enough for the price difference.</summary>
    private bool IsCovered(string call, JsonObject arguments)
    {
        if (call is not ("modify_pending_order_items" or "exchange_delivered_order_items"))
            return true;
        var order = file.Orders[(string)arguments["order_id"]!]!.AsObject();
        var balance = file.Users[(string)order["user_id"]!]!["payment_methods"]![(string)arguments["payment_method_id"]!]!["balance"];
        return balance is null || RetailFile.Minor(balance) >= Swap(order, arguments, replace: false);
    }

    /// <summary>What the new pieces cost more than the old.</summary>
    private long Swap(JsonObject order, JsonObject arguments, bool replace)
    {
        var difference = 0L;
        var left = Items(order).ToList();
        foreach (var (old, other) in Texts(arguments, "item_ids").Zip(Texts(arguments, "new_item_ids")))
        {
            var item = left.First(x => (string)x!["item_id"]! == old)!;
            left.Remove(item);
            difference += file.Price(other) - RetailFile.Minor(item["price"]);
            if (!replace)
                continue;
            item["item_id"] = other;
            item["price"] = file.Price(other) / 100m;
        }
        return difference;
    }

    /// <summary>Adds to the history, and moves the balance of a gift card.</summary>
    private void Move(JsonObject order, string kind, long amount, string methodId)
    {
        order["payment_history"]!.AsArray().Add(new JsonObject { ["transaction_type"] = kind, ["amount"] = amount / 100m, ["payment_method_id"] = methodId });
        var method = file.Users[(string)order["user_id"]!]!["payment_methods"]![methodId]!;
        if ((string)method["source"]! == "gift_card")
            method["balance"] = (RetailFile.Minor(method["balance"]) + (kind == "refund" ? amount : -amount)) / 100m;
    }

    private static JsonArray Items(JsonObject order) => order["items"]!.AsArray();

    private static IEnumerable<string> Texts(JsonObject arguments, string field) => arguments[field]!.AsArray().Select(item => (string)item!);

    private static JsonObject Address(JsonObject arguments) =>
        new(new[] { "address1", "address2", "city", "country", "state", "zip" }.Select(field => KeyValuePair.Create(field, (JsonNode?)(string)arguments[field]!)));
}
