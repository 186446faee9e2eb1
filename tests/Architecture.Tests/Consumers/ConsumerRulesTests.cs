using EcommerceBot.Architecture.Tests.House;
using EcommerceBot.Architecture.Tests.Messages;
using EcommerceBot.Architecture.Tests.Planted;
using EcommerceBot.Architecture.Tests.Planted.Commands;
using EcommerceBot.Outbox.Consumers;

namespace EcommerceBot.Architecture.Tests.Consumers;

public class ConsumerRulesTests
{
    private static readonly Message Ship = new(typeof(ShipParcel), "Planted", MessageKind.Command, "Sent by a test.", []);

    private static IEnumerable<Type> AllTypes => Module.All.SelectMany(module => module.Behaviour.GetTypes());

    [Fact]
    public void EveryConsumerAndSaga_IsRegisteredOnce()
    {
        Assert.NotEmpty(Consumption.ConsumersIn(AllTypes));
        Rule.Holds(ConsumerRules.Unregistered(AllTypes, Registrations.All));
    }

    [Fact]
    public void EveryCommandAndQuestion_HasOneConsumer() =>
        Rule.Holds(ConsumerRules.WronglyConsumed(Message.All, Registrations.All.Select(declaration => declaration.Type)));

    [Fact]
    public void NoTwoConsumers_ShareAQueue() => Rule.Holds(ConsumerRules.SharedQueues(Registrations.All.Select(declaration => declaration.Type)));

    [Fact]
    public void PlantedConsumerWithoutRegistration_IsFound()
    {
        var declared = new ConsumerDeclaration(typeof(ShipParcelConsumer), ConsumerKind.Worker, null);

        Assert.Single(ConsumerRules.Unregistered([typeof(ShipParcelConsumer)], []));
        Assert.Single(ConsumerRules.Unregistered([typeof(ShipParcelConsumer)], [declared, declared]));
        Assert.Single(ConsumerRules.Unregistered([typeof(ParcelStateMachine)], [declared]));
        Assert.Empty(ConsumerRules.Unregistered([typeof(ShipParcelConsumer)], [declared]));
    }

    [Fact]
    public void PlantedOrphanAndRivals_AreFound()
    {
        Assert.Single(ConsumerRules.WronglyConsumed([Ship], []));
        Assert.Single(ConsumerRules.WronglyConsumed([Ship], [typeof(ShipParcelConsumer), typeof(RivalConsumer)]));
        Assert.Single(ConsumerRules.WronglyConsumed([Ship], [typeof(ShipParcelConsumer), typeof(ParcelStateMachine)]));
        Assert.Single(ConsumerRules.WronglyConsumed([Ship with { Kind = MessageKind.Answer }], [typeof(ShipParcelConsumer)]));
        Assert.Empty(ConsumerRules.WronglyConsumed([Ship], [typeof(ShipParcelConsumer)]));
    }

    [Fact]
    public void PlantedSharedQueue_IsFound()
    {
        Assert.Single(ConsumerRules.SharedQueues([typeof(ShipParcelConsumer), typeof(Planted.Rivals.ShipParcelConsumer)]));
        Assert.Single(ConsumerRules.SharedQueues([typeof(ParcelConsumer), typeof(ParcelStateMachine)]));
        Assert.Empty(ConsumerRules.SharedQueues([typeof(ShipParcelConsumer), typeof(RivalConsumer)]));
    }
}
