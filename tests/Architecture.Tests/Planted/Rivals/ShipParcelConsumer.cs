namespace EcommerceBot.Architecture.Tests.Planted.Rivals;

/// <summary>Same name, same module, other folder: the same queue.</summary>
internal sealed class ShipParcelConsumer : Planted.ShipParcelConsumer;
