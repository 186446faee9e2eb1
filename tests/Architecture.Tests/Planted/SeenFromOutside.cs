namespace EcommerceBot.Architecture.Tests.Planted;

/// <summary>Public where a module shows only its index; and an index that forgot to map.</summary>
public static class SeenFromOutside
{
    public static void AddLoyalty() => AddLoyaltyConsumers();

    public static void AddLoyaltyConsumers()
    {
    }
}
