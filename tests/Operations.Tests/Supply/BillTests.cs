using System.Text.Json;
using EcommerceBot.Operations.Tests.Running;
using EcommerceBot.Supply;

namespace EcommerceBot.Operations.Tests.Supply;

/// <summary>The bill of materials and the advisory check, from the real lock files.</summary>
public sealed class BillTests
{
    private static readonly IReadOnlyList<Component> Shipped = Component.Read(Repository.LockFiles("src"));

    [Fact]
    public void Bill_HoldsEveryLockedPackageWithItsHash()
    {
        var json = JsonElement.Parse(Bill.Write("ecommerce-bot", "0.1.0", Shipped));
        var components = json.GetProperty("components").EnumerateArray().ToList();
        var known = components.Select(component => component.GetProperty("bom-ref").GetString()).Append(json.GetProperty("metadata").GetProperty("component").GetProperty("bom-ref").GetString()).ToHashSet();

        Assert.Equal(("CycloneDX", "1.6"), (json.GetProperty("bomFormat").GetString(), json.GetProperty("specVersion").GetString()));
        Assert.Matches("^urn:uuid:[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$", json.GetProperty("serialNumber").GetString());
        Assert.True(components.Count > 80);
        Assert.Equal(components.Count + 1, known.Count);
        Assert.Contains(components, component => component.GetProperty("name").GetString() == "MassTransit");
        Assert.All(components, component => Assert.Matches("^[0-9a-f]{128}$", component.GetProperty("hashes")[0].GetProperty("content").GetString()));
        Assert.All(json.GetProperty("dependencies").EnumerateArray().SelectMany(edge => edge.GetProperty("dependsOn").EnumerateArray()), to => Assert.Contains(to.GetString(), known));
    }

    [Fact]
    public void SameLockFiles_GiveTheSameBill() => Assert.Equal(Bill.Write("a", "1", Shipped), Bill.Write("a", "1", Component.Read(Repository.LockFiles("src"))));

    [Fact]
    public void LockedPackages_HaveNoneOfTheListedFaults()
    {
        var advisories = Advisory.Read(Repository.At("security/advisories.json"));

        Assert.True(advisories.Count > 10);
        Assert.Empty(from component in Component.Read(Repository.LockFiles("src").Concat(Repository.LockFiles("tests")))
                     from advisory in advisories
                     where advisory.Concerns(component)
                     select $"{advisory.Id}: {component.Purl}, fixed in {advisory.Fixed}");
    }

    [Theory]
    [InlineData("8.0.2", true)]
    [InlineData("8.0.3", false)]
    [InlineData("8.0.3-preview.1", false)]
    [InlineData("7.0.6", true)]
    [InlineData("4.1.0", false)]
    [InlineData("10.0.3", false)]
    public void PlantedVersion_IsFoundWhenItHasTheFault(string version, bool concerned)
    {
        var folder = Directory.CreateTempSubdirectory("lock-").FullName;
        var file = Path.Combine(folder, "packages.lock.json");
        File.WriteAllText(file, $$"""{"version":2,"dependencies":{"net10.0":{"npgsql":{"type":"Transitive","resolved":"{{version}}","contentHash":"{{Convert.ToBase64String(new byte[64])}}"} } } }""");
        var planted = Component.Read([file]);

        Assert.Equal(concerned, Advisory.Read(Repository.At("security/advisories.json")).Any(advisory => advisory.Concerns(planted.Single())));
        Directory.Delete(folder, recursive: true);
    }
}
