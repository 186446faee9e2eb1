using System.Text.Json.Nodes;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Tests.Sample;

namespace EcommerceBot.Orders.Tests.AfterSales.Retail;

/// <summary>One call of a retail task as our requests, made for the customer whom the task is about.</summary>
internal sealed class RetailCall(Till till, RetailFile file, string name, JsonObject arguments)
{
    public string Name => name;
    public JsonObject Arguments => arguments;

    private string OrderId => (string)arguments["order_id"]!;
    private string Owner => (string?)file.Orders[OrderId]?["user_id"] ?? "nobody";
    private string Method => (string)arguments["payment_method_id"]!;
    private static string Key => Guid.NewGuid().ToString();

    public async Task<object> AskAsync() => name switch
    {
        "find_user_id_by_email" => await FindAsync(new FindCustomer { Email = Text("email") }),
        "find_user_id_by_name_zip" => await FindAsync(new FindCustomer { FirstName = Text("first_name"), LastName = Text("last_name"), PostalCode = Text("zip") }),
        "get_user_details" => await till.AskAsync<GetCustomer, CustomerDetails, CustomerNotFound, OrderRefused>(new GetCustomer { OwnerId = Text("user_id") }),
        "get_order_details" => await OrderAsync(new GetOrder { OrderNumber = OrderId, OwnerId = Owner }),
        "cancel_pending_order" => await OrderAsync(new CancelOrder { OrderNumber = OrderId, OwnerId = Owner, Reason = Text("reason"), Key = Key }),
        "modify_pending_order_address" => await OrderAsync(new UpdateOrderAddress { OrderNumber = OrderId, OwnerId = Owner, Address = Address(), Key = Key }),
        "modify_pending_order_items" => await OrderAsync(new UpdateOrderItems { OrderNumber = OrderId, OwnerId = Owner, Changes = Changes(), PaymentMethodId = Method, Key = Key }),
        "modify_pending_order_payment" => await OrderAsync(new UpdateOrderPayment { OrderNumber = OrderId, OwnerId = Owner, PaymentMethodId = Method, Key = Key }),
        "return_delivered_order_items" => await OrderAsync(new ReturnOrderItems
        {
            OrderNumber = OrderId, OwnerId = Owner, Items = [.. Texts("item_ids").Select(sku => new ReturnedItem { Sku = sku })], PaymentMethodId = Method, Key = Key,
        }),
        "exchange_delivered_order_items" => await OrderAsync(new ExchangeOrderItems { OrderNumber = OrderId, OwnerId = Owner, Changes = Changes(), PaymentMethodId = Method, Key = Key }),
        "modify_user_address" => await till.AskAsync<UpdateCustomerAddress, CustomerDetails, OrderRefused, CustomerNotFound>(
            new UpdateCustomerAddress { OwnerId = Text("user_id"), Address = Address(), Key = Key }),
        _ => throw new InvalidOperationException($"{name} belongs to another module."),
    };

    private Task<object> FindAsync(FindCustomer request) => till.AskAsync<FindCustomer, CustomerFound, CustomerNotFound, OrderRefused>(request);

    private Task<object> OrderAsync<T>(T request) where T : class => till.AskAsync<T, OrderDetails, OrderRefused, OrderNotFound>(request);

    private string Text(string field) => (string)arguments[field]!;

    private IEnumerable<string> Texts(string field) => arguments[field]!.AsArray().Select(item => (string)item!);

    private List<ItemChange> Changes() => [.. Texts("item_ids").Zip(Texts("new_item_ids"), (sku, other) => new ItemChange { Sku = sku, NewSku = other })];

    private PostalAddress Address() => new()
    {
        Line1 = Text("address1"), Line2 = Text("address2"), City = Text("city"), Region = Text("state"), PostalCode = Text("zip"), Country = Text("country"),
    };
}
