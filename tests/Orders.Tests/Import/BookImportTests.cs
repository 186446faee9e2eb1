using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Tests.Import;

/// <summary>Customers and orders from a file, with data of its own.</summary>
public class BookImportTests
{
    private const string Good = """
        {"users":{"ann":{"user_id":"ann","name":{"first_name":"Ann","last_name":"Lee"},"email":"Ann@Example.com",
          "address":{"address1":"1 Road","address2":"","city":"Town","state":"NY","zip":"10001","country":"USA"},
          "payment_methods":{"g":{"source":"gift_card","id":"g","balance":12.345},"c":{"source":"credit_card","id":"c","brand":"visa","last_four":"4242"}}}},
         "orders":{"#w1":{"order_id":"#w1","user_id":"ann","status":"pending","items":[
            {"name":"Mug","product_id":"p","item_id":"i","price":0.285,"options":{"color":"red"}},{"name":"Mug","product_id":"p","item_id":"i","price":0.285,"options":{"color":"red"}}],
          "payment_history":[{"transaction_type":"payment","amount":0.58,"payment_method_id":"g"}]}}}
        """;

    [Theory, BothStores]
    public async Task GoodFile_IsThereOnceHoweverOftenItIsImported(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        await using var said = new StringWriter();

        Assert.Equal((true, true), (await ImportAsync(till, Good, said), await ImportAsync(till, Good, said)));

        var ann = Assert.IsType<CustomerFound>(await FindAsync(till, new FindCustomer { FirstName = "ann", LastName = "LEE", PostalCode = "10001" }));
        Assert.Equal(ann, await FindAsync(till, new FindCustomer { Email = "ann@example.com" }));
        Assert.IsType<CustomerNotFound>(await FindAsync(till, new FindCustomer { FirstName = "Ann", LastName = "Lee" }));
        var order = Assert.IsType<OrderDetails>(await Desk.AskAsync(till, new GetOrder { OrderNumber = "w1", OwnerId = "ann" }));
        Assert.Equal(("#W1", "placed", 58L, 2), (order.OrderNumber, order.Status, order.Total, Assert.Single(order.Lines).Quantity));
        Assert.Equal(1235, await till.ReadAsync(db => db.PaymentMethods.Where(x => x.Id == "g").Select(x => x.Balance).SingleAsync(TestContext.Current.CancellationToken)));
    }

    [Theory]
    [BothStores("""{"users":[{"name":"Nobody"}],"orders":{"x":{"order_id":"#X","user_id":"ann","status":"lost","items":[]}}}""", 3)]
    [BothStores("""{"orders":{"x":7}}""", 1)]
    public async Task FaultyFile_SaysAllThatIsWrongAndChangesNothing(Store store, string file, int faults)
    {
        await using var till = await Till.OpenAsync(store);
        await using var said = new StringWriter();

        Assert.False(await ImportAsync(till, file, said));

        Assert.Equal(faults + 1, said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal((0, 0), await till.ReadAsync(async db =>
            (await db.Customers.CountAsync(TestContext.Current.CancellationToken), await db.Orders.CountAsync(TestContext.Current.CancellationToken))));
    }

    [Theory]
    [InlineData("""{"products":[]}""")]
    [InlineData("sku,title\nA,B")]
    public async Task FileOfACatalog_IsPassedOver(string file)
    {
        await using var till = await Till.OpenAsync(Store.Embedded);
        await using var said = new StringWriter();

        Assert.True(await ImportAsync(till, file, said));

        Assert.Empty(said.ToString());
    }

    private static Task<object> FindAsync(Till till, FindCustomer request) => till.AskAsync<FindCustomer, CustomerFound, CustomerNotFound, OrderRefused>(request);

    private static async Task<bool> ImportAsync(Till till, string text, StringWriter said)
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "book.json");
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        return await till.Services.ImportCustomersAsync(path, "USD", said, TestContext.Current.CancellationToken);
    }
}
