using System.Diagnostics.Metrics;

namespace EcommerceBot.Orders.Cart;

/// <summary>Counts the carts that were begun; how they ended is read from the store.</summary>
internal sealed class CartMeter(IMeterFactory meters)
{
    private readonly Counter<long> _created = meters.Create("EcommerceBot").CreateCounter<long>("ecommercebot.carts.created", "{cart}", "Carts begun through this process");

    public void Created() => _created.Add(1);
}
