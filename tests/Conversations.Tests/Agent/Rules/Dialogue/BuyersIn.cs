namespace EcommerceBot.Conversations.Tests.Agent.Rules.Dialogue;

/// <summary>Brings a shopper to a step of the purchase.</summary>
internal static class BuyersIn
{
    public static async Task CartAsync(Shopper shopper)
    {
        await shopper.SaysAsync("add the alder daypack to my cart");
        Assert.Contains("Added: 1 × Alder Daypack", shopper.Heard, StringComparison.Ordinal);
    }

    /// <summary>One daypack, name and address given, the bill shown.</summary>
    public static async Task ReviewAsync(Shopper shopper)
    {
        await CartAsync(shopper);
        await shopper.SaysAsync("checkout");
        await shopper.SaysAsync("Ana Díaz");
        await shopper.SaysAsync("12 High Street, Edinburgh");
        Assert.Contains("€63.90 will be charged", shopper.Heard, StringComparison.Ordinal);
    }
}
