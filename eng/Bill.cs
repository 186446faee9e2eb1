using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace EcommerceBot.Supply;

/// <summary>The bill of materials as CycloneDX 1.6 JSON. The same lock files give the same bytes: its serial number is their hash, and it bears no time.</summary>
internal static class Bill
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true };

    public static string Write(string name, string version, IReadOnlyList<Component> components)
    {
        var byId = components.ToLookup(component => component.Id, StringComparer.OrdinalIgnoreCase);
        var product = $"pkg:generic/{name}@{version}";
        return JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["serialNumber"] = $"urn:uuid:{Serial(components)}",
            ["version"] = 1,
            ["metadata"] = new { component = new Dictionary<string, string> { ["type"] = "application", ["bom-ref"] = product, ["name"] = name, ["version"] = version } },
            ["components"] = components.Select(Entry).ToList(),
            ["dependencies"] = (List<object>)
            [
                Edges(product, components.Where(component => component.Direct)),
                .. components.Select(component => Edges(component.Purl, component.DependsOn.SelectMany(id => byId[id]))),
            ],
        }, Format);
    }

    private static Dictionary<string, object> Entry(Component component) => new()
    {
        ["type"] = "library",
        ["bom-ref"] = component.Purl,
        ["name"] = component.Id,
        ["version"] = component.Version,
        ["purl"] = component.Purl,
        ["hashes"] = new[] { new { alg = "SHA-512", content = component.Sha512 } },
    };

    private static Dictionary<string, object> Edges(string from, IEnumerable<Component> to) => new()
    {
        ["ref"] = from,
        ["dependsOn"] = to.Select(component => component.Purl).Distinct(StringComparer.OrdinalIgnoreCase).ToList(),
    };

    private static Guid Serial(IEnumerable<Component> components) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(components.Select(component => component.Purl + component.Sha512)))).AsSpan(0, 16));
}
