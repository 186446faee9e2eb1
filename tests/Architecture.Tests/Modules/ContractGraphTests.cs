using EcommerceBot.Architecture.Tests.House;

namespace EcommerceBot.Architecture.Tests.Modules;

public class ContractGraphTests
{
    [Fact]
    public void DeclaredGraph_NamesTheModulesOnDisk_AndHasNoCycle()
    {
        Assert.Equal(ContractGraph.Declared.Keys.Order(StringComparer.Ordinal), Module.All.Select(module => module.Name));
        Rule.Holds(ContractGraph.Cycles(ContractGraph.Declared));
    }

    [Fact]
    public void Everything_RefersToWhatIsDeclaredOnly() =>
        Rule.Holds(ContractGraph.Violations(ContractGraph.Declared, AssemblyReferences.OfEverything()));

    [Fact]
    public void PlantedCycle_IsFound() => Assert.Equal(2, ContractGraph.Cycles(
        new Dictionary<string, string[]> { ["A"] = ["B"], ["B"] = ["A"], ["C"] = ["A"] }).Count());

    [Theory]
    [InlineData("EcommerceBot.Catalog", "EcommerceBot.Orders.Contracts")]
    [InlineData("EcommerceBot.Orders", "EcommerceBot.Catalog")]
    [InlineData("EcommerceBot.Tools", "EcommerceBot.Conversations.Contracts")]
    [InlineData("EcommerceBot.Loyalty", "EcommerceBot.Outbox")]
    [InlineData("EcommerceBot.Orders.Contracts", "EcommerceBot.Catalog.Contracts")]
    [InlineData("EcommerceBot.Orders.Contracts", "MassTransit.Abstractions")]
    [InlineData("EcommerceBot.Outbox", "EcommerceBot.Orders.Contracts")]
    [InlineData("EcommerceBot.Host", "EcommerceBot.Simulators")]
    public void PlantedReference_IsFound(string assembly, string reference) => Assert.Single(
        ContractGraph.Violations(ContractGraph.Declared, [new(assembly, new HashSet<string> { "System.Runtime", reference })]));
}
