using EcommerceBot.Architecture.Tests.House;
using EcommerceBot.Architecture.Tests.Planted;

namespace EcommerceBot.Architecture.Tests.Sources;

public class SourceRulesTests
{
    private static readonly IReadOnlyList<SourceFile> Sources = Tree.Sources("src");

    [Fact]
    public void Folders_SayWhatIsInside() => Rule.Holds(NamingRules.Folders([.. Sources, .. Tree.Sources("tests")]));

    [Fact]
    public void Types_SayWhatTheyDo() => Rule.Holds(NamingRules.Types(
        Module.All.SelectMany(module => module.Behaviour.GetTypes().Concat(module.Contracts.GetTypes()))
            .Concat(typeof(Outbox.ModuleEndpointNames).Assembly.GetTypes())
            // Generators of others name their types as they like.
            .Where(type => type.FullName!.StartsWith("EcommerceBot.", StringComparison.Ordinal))));

    [Fact]
    public void Time_IsTakenFromTimeProvider() => Rule.Holds(TextRules.WallClock(Sources));

    [Fact]
    public void Modules_NeverTakeTheBusItself() => Rule.Holds(TextRules.BusItself(Tree.Sources("src/Modules")));

    [Fact]
    public void Files_AreShort()
    {
        Assert.NotEmpty(Sources);
        Rule.Holds(TextRules.TooLong(Sources));
    }

    [Theory]
    [InlineData("src/Modules/Orders/Shared/Money.cs")]
    [InlineData("src/Utils/Text.cs")]
    public void PlantedFolder_IsFound(string path) => Assert.Single(NamingRules.Folders([Planted(path)]));

    [Fact]
    public void PlantedType_IsFound() => Assert.Single(NamingRules.Types([typeof(ParcelManager)]));

    [Theory]
    [InlineData("var now = DateTime.UtcNow;")]
    [InlineData("if (DateTimeOffset.Now > x)")]
    [InlineData("return DateTime.Today;")]
    public void PlantedClock_IsFound(string line) => Assert.Single(TextRules.WallClock([Planted("src/a.cs", line)]));

    [Theory]
    [InlineData("internal sealed class Shouter(IBus bus)")]
    [InlineData("var bus = services.GetRequiredService<IBusControl>();")]
    public void PlantedBusUser_IsFound(string line) => Assert.Single(TextRules.BusItself([Planted("src/a.cs", line)]));

    [Fact]
    public void PlantedLongFiles_AreFound()
    {
        Assert.Empty(TextRules.TooLong([Lines(300), .. Enumerable.Repeat(Lines(150), 9)]));
        Assert.Single(TextRules.TooLong([Lines(301), .. Enumerable.Repeat(Lines(10), 9)]));
        Assert.Single(TextRules.TooLong([Lines(151), Lines(151), .. Enumerable.Repeat(Lines(10), 9)]));
    }

    private static SourceFile Lines(int count) => Planted("src/a.cs", [.. Enumerable.Repeat("", count)]);

    private static SourceFile Planted(string path, params string[] lines) => new(path, lines);
}
