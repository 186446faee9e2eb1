using System.Text.Json.Nodes;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Tests.Sample;

namespace EcommerceBot.Orders.Tests.AfterSales.Retail;

/// <summary>Order, payments and customer in one comparable text: once as the file tells them, once as the module answers.</summary>
internal static class RetailStanding
{
    private static readonly Dictionary<string, string> Statuses = new() { ["pending"] = "placed", ["processed"] = "processing" };

    public static IEnumerable<string> Told(RetailFile file, string userId)
    {
        var user = file.Users[userId]!;
        yield return $"{userId} at {Address(user["address"]!)}";
        foreach (var method in user["payment_methods"]!.AsObject().OrderBy(x => x.Key, StringComparer.Ordinal))
            yield return $"{method.Key} {(method.Value!["balance"] is { } balance ? RetailFile.Minor(balance) : null)}";
        foreach (var order in file.Orders.Where(x => (string)x.Value!["user_id"]! == userId).OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => x.Value!))
        {
            var status = (string)order["status"]!;
            yield return $"{order["order_id"]} {Statuses.GetValueOrDefault(status, status.Replace(' ', '_'))} {order["cancel_reason"]} changed {(bool?)order["items_changed"] ?? false} to {Address(order["address"]!)}";
            foreach (var item in order["items"]!.AsArray().Select(x => $"{x!["item_id"]} at {RetailFile.Minor(x["price"])}").Order(StringComparer.Ordinal))
                yield return item;
            foreach (var payment in order["payment_history"]!.AsArray())
                yield return $"{payment!["transaction_type"]} {RetailFile.Minor(payment["amount"])} {payment["payment_method_id"]}";
            if (order["return"] is { } back)
                yield return $"returns for {back["refund"]} to {back["method"]}";
            if (order["exchange"] is { } exchange)
                yield return $"exchanges for {exchange["difference"]} by {exchange["method"]}";
        }
    }

    public static async Task<List<string>> StoredAsync(Till till, string userId)
    {
        var customer = (CustomerDetails)await till.AskAsync<GetCustomer, CustomerDetails, CustomerNotFound, OrderRefused>(new GetCustomer { OwnerId = userId });
        var lines = new List<string> { $"{userId} at {Address(customer.Address!)}" };
        lines.AddRange(customer.PaymentMethods.OrderBy(x => x.PaymentMethodId, StringComparer.Ordinal).Select(method => $"{method.PaymentMethodId} {method.Balance}"));
        foreach (var number in customer.OrderNumbers.Order(StringComparer.Ordinal))
            lines.AddRange(Lines((OrderDetails)await till.AskAsync<GetOrder, OrderDetails, OrderNotFound, OrderRefused>(new GetOrder { OrderNumber = number, OwnerId = userId })));
        return lines;
    }

    private static IEnumerable<string> Lines(OrderDetails order) =>
    [
        $"{order.OrderNumber} {order.Status} {order.CancelReason} changed {order.ItemsChanged} to {Address(order.ShipTo!)}",
        .. order.Lines.SelectMany(line => Enumerable.Repeat($"{line.Sku} at {line.UnitPrice}", line.Quantity)).Order(StringComparer.Ordinal),
        .. order.Payments.Select(payment => $"{payment.Kind} {payment.Amount} {payment.PaymentMethodId}"),
        .. order.Return is { } back ? [$"returns for {back.Refund} to {back.PaymentMethodId}"] : Array.Empty<string>(),
        .. order.Exchange is { } exchange ? [$"exchanges for {exchange.Difference} by {exchange.PaymentMethodId}"] : Array.Empty<string>(),
    ];

    private static string Address(PostalAddress at) => $"{at.Line1}|{at.Line2}|{at.City}|{at.Region}|{at.PostalCode}|{at.Country}";

    private static string Address(JsonNode at) => $"{at["address1"]}|{at["address2"]}|{at["city"]}|{at["state"]}|{at["zip"]}|{at["country"]}";
}
