using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Contracts.Events;
using EcommerceBot.Tools.Tests.Sample;

namespace EcommerceBot.Tools.Tests.People;

public sealed class PeopleToolsTests(Stores stores)
{
    [Fact]
    public async Task Customer_IsTheCallersOwn()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<GetCustomer>(asked => Samples.Customer(asked.OwnerId));

        var customer = await shop.ContentAsync("get_customer", "{}");

        Assert.Equal("customer-1", customer.GetProperty("customer_id").GetString());
        Assert.Equal("Lisbon", customer.GetProperty("address").GetProperty("city").GetString());
        Assert.Equal(500, customer.GetProperty("payment_methods")[0].GetProperty("balance").GetProperty("amount").GetInt64());
    }

    [Fact]
    public async Task NewAddress_IsPassedOnUnderTheCallsKey()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<UpdateCustomerAddress>(asked => Samples.Customer(asked.OwnerId) with { Address = asked.Address });

        var customer = await shop.ContentAsync("update_customer_address", """{"address":{"line1":"1 New Rd","city":"Porto","postal_code":"4000","country":"Portugal"}}""", "turn-4");

        Assert.Equal("Porto", customer.GetProperty("address").GetProperty("city").GetString());
        Assert.Equal("turn-4", shop.Modules.Single<UpdateCustomerAddress>().Key);
    }

    [Fact]
    public async Task FindingCustomers_NeedsTheAdminScope()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<FindCustomer>(asked => asked.Email == "ada@example.test" ? new CustomerFound { OwnerId = "customer-7" } : new CustomerNotFound());
        await using var usual = await McpClients.ConnectAsync(shop);
        await using var staff = await McpClients.ConnectAsync(shop, "admin");

        var refused = await usual.CallAsync("find_customer", new() { ["email"] = "ada@example.test" });
        var found = await staff.CallAsync("find_customer", new() { ["email"] = "ada@example.test" });
        var missing = await staff.CallAsync("find_customer", new() { ["email"] = "bob@example.test" });

        Assert.Contains("missing_scope", refused.Text(), StringComparison.Ordinal);
        Assert.Equal("customer-7", found.StructuredContent!.Value.GetProperty("customer_id").GetString());
        Assert.Contains("not_found", missing.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Stores.Embedded)]
    [InlineData(Stores.Postgres)]
    public async Task AskingForAPerson_IsAnnouncedOncePerKey(string store)
    {
        await using var shop = await Shop.StartAsync(settings: await stores.FreshAsync(store));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => shop.InvokeAsync("hand_off_to_human", """{"reason":"It arrived broken."}""", "turn-5")));
        var other = await shop.InvokeAsync("hand_off_to_human", """{"reason":"Another matter."}""", "turn-5");
        await shop.InvokeAsync("hand_off_to_human", """{"reason":"It arrived broken."}""", "turn-6");

        Assert.Single(answers.Select(answer => answer.Content).Distinct());
        Assert.Contains("key_reused", other.Content, StringComparison.Ordinal);
        await Eventually.UntilAsync(() => shop.Modules.Asked<HumanHelpRequested>().Count >= 2);
        Assert.Equal(2, shop.Modules.Asked<HumanHelpRequested>().Count);
        Assert.All(shop.Modules.Asked<HumanHelpRequested>(), heard => Assert.Equal(("customer-1", "It arrived broken."), (heard.OwnerId, heard.Reason)));
    }
}
