using EcommerceBot.Architecture.Tests.House;
using EcommerceBot.Architecture.Tests.Messages;
using EcommerceBot.Architecture.Tests.Planted;
using EcommerceBot.Architecture.Tests.Planted.Commands;

namespace EcommerceBot.Architecture.Tests.MessageMap;

public class MessageMapTests
{
    private static readonly Message Ship = new(typeof(ShipParcel), "Architecture", MessageKind.Command, "Sent by a test.", []);

    [Fact]
    public void Document_IsCurrent()
    {
        var file = Path.Combine(Tree.Root, MessageMapDocument.Path);
        var current = MessageMapDocument.Render(Message.All, [.. Registrations.All.Select(declaration => declaration.Type)], Sources());
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(file, current);

        Assert.True(File.Exists(file) && File.ReadAllText(file) == current,
            $"{MessageMapDocument.Path} is stale. Renew it with: UPDATE_DOCS=1 dotnet run --project tests/Architecture.Tests");
    }

    [Fact]
    public void PlantedMessage_IsDrawnWithItsSenderItsConsumerAndItsSaga()
    {
        SourceFile sender = new("src/Modules/Parcels/Counter.cs", ["await send.SendCommandAsync(new ShipParcel { Address = x }, ct);"]);

        var text = MessageMapDocument.Render([Ship], [typeof(ShipParcelConsumer), typeof(ParcelStateMachine)], [sender]);

        Assert.Contains(
            "| `ShipParcel` | command | Parcels `Counter` | Architecture `ParcelStateMachine`, Architecture `ShipParcelConsumer` |", text, StringComparison.Ordinal);
        Assert.Contains("| event | Initial | OnItsWay |", text, StringComparison.Ordinal);
        Assert.Contains("| `Shipped` | OnItsWay | Final |", text, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryStateWithEveryEvent_HasADefinedOutcome() => Assert.DoesNotContain(
        SagaOutcomes.Undefined, MessageMapDocument.Render(Message.All, [.. Registrations.All.Select(declaration => declaration.Type)], Sources()), StringComparison.Ordinal);

    [Fact]
    public void PlantedOrphan_IsDrawnAsSuch() => Assert.Contains(
        "| `ShipParcel` | command | nobody yet | nobody yet |", MessageMapDocument.Render([Ship], [], []), StringComparison.Ordinal);

    [Theory]
    [InlineData("x.Publish(context => new ShipParcel")]
    [InlineData(".PublishAsync(context => context.Init<ShipParcel>(new { }))")]
    [InlineData("private static ShipParcel Ship(Parcel parcel) => new() { }")]
    [InlineData("ShipParcel command = new() { }")]
    public void WhoMakesIt_IsItsSender(string line) => Assert.Single(Senders.Of("ShipParcel", [new("src/Host/A.cs", [line])]));

    [Theory]
    [InlineData("internal sealed class ShipParcelConsumer : IConsumer<ShipParcel>")]
    [InlineData("public Task Consume(ConsumeContext<ShipParcel> context) => new Door().Open();")]
    [InlineData("public Event<ShipParcel> Shipped { get; private set; } = null!;")]
    [InlineData("bus.Add(new ShipParcelConsumer())")]
    public void WhoReadsIt_IsNot(string line) => Assert.Empty(Senders.Of("ShipParcel", [new("src/Host/A.cs", [line])]));

    private static SourceFile[] Sources() =>
        [.. Tree.Sources("src").Where(file => !file.Path.Contains("/Contracts/", StringComparison.Ordinal))];
}
