namespace EcommerceBot.Tools.Access;

/// <summary>What an API key can be allowed to do.</summary>
internal static class ToolScopes
{
    public const string ReadCatalog = "catalog:read";
    public const string WriteCart = "cart:write";
    public const string ReadOrders = "order:read";
    public const string WriteOrders = "order:write";

    public static IReadOnlyList<string> All { get; } = [ReadCatalog, WriteCart, ReadOrders, WriteOrders];
}
