namespace EcommerceBot.Tools.Access;

/// <summary>What an API key can be allowed to do.</summary>
internal static class ToolScopes
{
    public const string ReadCatalog = "catalog:read";
    public const string WriteCart = "cart:write";
    public const string ReadOrders = "order:read";
    public const string WriteOrders = "order:write";


    /// <summary>Finds customers; never given unless asked for by name.</summary>
    public const string Admin = "admin";

    /// <summary>What a shopper's own agent needs, and what a key has that was made without naming scopes.</summary>
    public static IReadOnlyList<string> Usual { get; } = [ReadCatalog, WriteCart, ReadOrders, WriteOrders];

    public static IReadOnlyList<string> All { get; } = [.. Usual, Admin];

    /// <summary>Acts for the customer a request names. For tests alone: in Production no key is made with it, and one that has it is as good as without.</summary>
    public const string ActAsCustomer = "act_as_customer";
}
