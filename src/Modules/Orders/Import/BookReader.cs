using System.Text.Json;
using EcommerceBot.Orders.AfterSales;
using EcommerceBot.Orders.Customers;

namespace EcommerceBot.Orders.Import;

/// <summary>Customers and orders as a file tells them.</summary>
internal sealed record Book(List<Customer> Customers, List<PaymentMethod> Methods, List<Order> Orders);

/// <summary>
/// Finds customers and orders in a JSON file by its shape: the root object has the member <c>users</c> (or <c>customers</c>), <c>orders</c>, or
/// both, each a map from id to record or an array of records.
/// </summary>
internal static class BookReader
{
    private static readonly string[] People = ["users", "customers"];

    /// <summary>Whether a file has that shape; nothing else is looked at.</summary>
    public static bool Fits(JsonElement root) => root.ValueKind == JsonValueKind.Object && Members(root, [.. People, "orders"]).Any();

    public static Book Read(JsonElement root, string currency, DateTimeOffset now, List<string> faults)
    {
        var book = new Book([], [], []);
        foreach (var (id, record) in Records(root, People, faults))
            CustomerReader.Read(new JsonFields(record, $"customer {id}", faults), currency, now, book);
        foreach (var (id, record) in Records(root, ["orders"], faults))
            book.Orders.Add(OrderReader.Read(new JsonFields(record, $"order {id}", faults), currency, now));
        Doubled(book.Customers.Select(customer => customer.OwnerId), "customer", faults);
        Doubled(book.Orders.Select(order => order.Number), "order", faults);
        return book;
    }

    private static IEnumerable<(string Id, JsonElement Record)> Records(JsonElement root, string[] names, List<string> faults)
    {
        foreach (var member in Members(root, names))
        {
            if (member.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            {
                faults.Add($"\"{member.Name}\" should be a map from id to record, or an array of records.");
                continue;
            }
            IEnumerable<(string, JsonElement)> records = member.Value.ValueKind == JsonValueKind.Object
                ? member.Value.EnumerateObject().Select(x => (x.Name, x.Value))
                : member.Value.EnumerateArray().Select((x, at) => ($"{at + 1}", x));
            foreach (var (id, record) in records)
            {
                if (record.ValueKind == JsonValueKind.Object)
                    yield return (id, record);
                else
                    faults.Add($"{member.Name} {id}: should be a record.");
            }
        }
    }

    private static IEnumerable<JsonProperty> Members(JsonElement root, string[] names) =>
        root.EnumerateObject().Where(member => names.Contains(member.Name, StringComparer.OrdinalIgnoreCase));

    private static void Doubled(IEnumerable<string> ids, string kind, List<string> faults) =>
        faults.AddRange(ids.GroupBy(id => id).Where(same => same.Key.Length > 0 && same.Count() > 1).Select(same => $"{kind} {same.Key}: stands in the file {same.Count()} times."));
}
