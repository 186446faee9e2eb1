using EcommerceBot.Architecture.Tests.House;
using EcommerceBot.Architecture.Tests.Planted;

namespace EcommerceBot.Architecture.Tests.Modules;

public class VisibilityTests
{
    [Fact]
    public void BehaviourAssemblies_ShowTheirIndexOnly() =>
        Rule.Holds(Module.All.SelectMany(module => Visibility.Violations(module.Behaviour.GetTypes(), module.Index)));

    [Fact]
    public void EveryModule_HasAnIndex_WithItsThreeMethods() =>
        Rule.Holds(Module.All.SelectMany(module => Visibility.MissingFromIndex(module.Name, module.Index)));

    [Fact]
    public void PlantedPublicType_IsFound()
    {
        Assert.Single(Visibility.Violations([typeof(SeenFromOutside)], index: null));
        Assert.Empty(Visibility.Violations([typeof(SeenFromOutside)], index: typeof(SeenFromOutside)));
    }

    [Fact]
    public void PlantedIndex_MissesWhatItLacks()
    {
        Assert.Equal(["LoyaltyModule has no public static MapLoyalty."], Visibility.MissingFromIndex("Loyalty", typeof(SeenFromOutside)));
        Assert.Equal(3, Visibility.MissingFromIndex("Loyalty", null).Count());
    }
}
