using System.Text.Json.Nodes;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Tests.Sample;

namespace EcommerceBot.Orders.Tests.AfterSales.Retail;

/// <summary>The retail tasks: each one's exact calls on the imported shop leave what the policy says, for the order, its payments and the customer.</summary>
public class RetailTaskTests
{
    // Products are Catalog's, a human is Conversations', and sums are nobody's.
    private static readonly HashSet<string> Elsewhere = ["get_product_details", "get_item_details", "list_all_product_types", "transfer_to_human_agents", "calculate", "think"];

    [Theory, BothStores]
    public async Task EachTask_LeavesWhatThePolicySays(Store store)
    {
        var (shop, tasks) = (SharedData.RetailShop, JsonNode.Parse(await File.ReadAllTextAsync(SharedData.RetailTasks, TestContext.Current.CancellationToken))!.AsArray());
        await using var till = await Till.OpenAsync(store);
        new RetailFile(shop).Stock(till.Catalog);
        var fresh = await Shelf.ImportAsync(till, shop);
        List<string> wrong = [];
        foreach (var task in tasks)
        {
            // Tasks were written each for itself: they share customers and orders, and one would find what another left.
            await fresh.ResetAsync();
            wrong.AddRange(await RunAsync(till, new RetailFile(shop), task!));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(74, tasks.Count);
    }

    private static async Task<List<string>> RunAsync(Till till, RetailFile file, JsonNode task)
    {
        var (id, truth, wrong) = ((string)task["id"]!, new RetailTruth(file), new List<string>());
        var users = new HashSet<string>();
        foreach (var action in task["evaluation_criteria"]!["actions"]!.AsArray().Where(action => !Elsewhere.Contains((string)action!["name"]!)))
        {
            var call = new RetailCall(till, file, (string)action!["name"]!, action["arguments"]!.AsObject());
            var answer = await call.AskAsync();
            var refused = answer is OrderRefused or OrderNotFound or CustomerNotFound;
            if (truth.Apply(call.Name, call.Arguments) == refused)
                wrong.Add($"task {id}, {call.Name} {call.Arguments.ToJsonString()}: {answer}");
            users.UnionWith(Users(file, call.Arguments, answer));
        }
        foreach (var user in users.Where(user => user.Length > 0))
        {
            var (told, stored) = (RetailStanding.Told(file, user).ToList(), await RetailStanding.StoredAsync(till, user));
            wrong.AddRange(told.Except(stored).Select(line => $"task {id}: missing {line}"));
            wrong.AddRange(stored.Except(told).Select(line => $"task {id}: too much {line}"));
            if (told.Count != stored.Count)
                wrong.Add($"task {id}: {stored.Count} facts instead of {told.Count}");
        }
        return wrong;
    }

    private static IEnumerable<string> Users(RetailFile file, JsonObject arguments, object answer)
    {
        if (arguments["user_id"] is { } userId)
            yield return (string)userId!;
        if (arguments["order_id"] is { } orderId)
            yield return (string?)file.Orders[(string)orderId!]?["user_id"] ?? "";
        if (answer is CustomerFound found)
            yield return found.OwnerId;
    }
}
