using EcommerceBot.Architecture.Tests.House;
using EcommerceBot.Architecture.Tests.Planted;
using EcommerceBot.Architecture.Tests.Planted.Commands;

namespace EcommerceBot.Architecture.Tests.Messages;

public class MessageShapeTests
{
    [Fact]
    public void Messages_AreSealedRecordsOfInitOnlyValues()
    {
        var messages = Module.All.SelectMany(module => module.Contracts.GetExportedTypes()).ToList();

        Assert.NotEmpty(messages);
        Rule.Holds(messages.SelectMany(MessageShape.Violations));
    }

    [Fact]
    public void WellFormedMessage_IsFine() => Assert.Empty(MessageShape.Violations(typeof(ShipParcel)));

    [Theory]
    [InlineData(typeof(OpenMessage), "sealed record")]
    [InlineData(typeof(ClassMessage), "sealed record")]
    [InlineData(typeof(SettableMessage), "init")]
    [InlineData(typeof(ComputedMessage), "init")]
    [InlineData(typeof(ThinkingMessage), "method")]
    [InlineData(typeof(StrayMessage), "namespace")]
    [InlineData(typeof(DerivedMessage), "base types")]
    public void PlantedMessage_IsFound(Type message, string because) =>
        Assert.Contains(MessageShape.Violations(message), fault => fault.Contains(because, StringComparison.Ordinal));
}
