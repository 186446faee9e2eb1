using EcommerceBot.Architecture.Tests.House;
using EcommerceBot.Architecture.Tests.Planted;
using EcommerceBot.Outbox.Consumers;

namespace EcommerceBot.Architecture.Tests.Consumers;

public class KindRulesTests
{
    private static IEnumerable<Type> AllTypes => Module.All.SelectMany(module => module.Behaviour.GetTypes());

    [Fact]
    public void Consumers_TakeWhatTheirKindAllows() => Rule.Holds(Registrations.All.SelectMany(KindRules.OfConsumer));

    [Fact]
    public void SagaActivities_DoNotWait() => Rule.Holds(AllTypes.SelectMany(KindRules.OfActivity));

    [Theory]
    [InlineData(typeof(WaitingConsumer), ConsumerKind.Transactional)]
    [InlineData(typeof(FetchingConsumer), ConsumerKind.Transactional)]
    [InlineData(typeof(WritingQueryConsumer), ConsumerKind.Query)]
    public void PlantedConsumerOfTheWrongKind_IsFound(Type consumer, ConsumerKind kind)
    {
        Assert.Single(KindRules.OfConsumer(new(consumer, kind, null)));
        Assert.Empty(KindRules.OfConsumer(new(consumer, ConsumerKind.Worker, null)));
    }

    [Fact]
    public void PlantedActivityThatWaits_IsFound() => Assert.Single(KindRules.OfActivity(typeof(WaitingActivity)));
}
