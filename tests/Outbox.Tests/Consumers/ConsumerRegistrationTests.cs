using EcommerceBot.Outbox.Tables;
using EcommerceBot.Outbox.Tests.Sample;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Outbox.Tests.Consumers;

public sealed class ConsumerRegistrationTests
{
    [Fact]
    public void InboxOfAnotherAssembly_StopsTheStart()
    {
        var services = new ServiceCollection();

        var fault = Assert.Throws<InvalidOperationException>(() =>
            services.AddMassTransit(bus => bus.AddTransactionalConsumer<DoWorkConsumer, MessagingDbContext>()));

        Assert.Contains("own module", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void QueueNames_AreModuleAndKebabName()
    {
        Assert.Equal("outbox-do-work", ModuleEndpointNames.Instance.Consumer<DoWorkConsumer>());
        Assert.Equal("outbox-tally", ModuleEndpointNames.Instance.Saga<TallyState>());
        Assert.Equal(new Uri("exchange:outbox-do-work"), ModuleEndpointNames.CommandAddress(typeof(DoWork)));
    }
}
