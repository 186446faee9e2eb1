using EcommerceBot.Host.Starting;
using Microsoft.Extensions.Configuration;

namespace EcommerceBot.Host.Tests.Starting;

public sealed class HostRolesTests
{
    [Theory]
    [InlineData(null, true, true, true)]
    [InlineData("", true, true, true)]
    [InlineData("mcp", false, false, true)]
    [InlineData(" Webhook, worker ", true, true, false)]
    public void Roles_AreThoseOfTheListOrAll(string? given, bool webhook, bool worker, bool mcp) =>
        Assert.Equal(new HostRoles(webhook, worker, mcp), HostRoles.Read(Configured(given, broker: true)));

    [Theory]
    [InlineData("mcp", true, 0)]
    [InlineData("mcp", false, 1)]
    [InlineData("webhook,worker,mcp", false, 0)]
    [InlineData("mpc", true, 1)]
    [InlineData("mpc", false, 2)]
    public void RoleThatNobodyKnowsOrThatLeavesTheRestToNobody_IsAFault(string given, bool broker, int faults) =>
        Assert.Equal(faults, HostRoles.Faults(Configured(given, broker)).Count());

    private static IConfiguration Configured(string? roles, bool broker) => new ConfigurationBuilder().AddInMemoryCollection(
        [new("Host:Roles", roles), new("ConnectionStrings:RabbitMq", broker ? "amqp://broker" : null)]).Build();
}
