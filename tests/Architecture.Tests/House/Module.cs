using System.Reflection;
using System.Xml.Linq;

namespace EcommerceBot.Architecture.Tests.House;

/// <summary>A module found on disk, with both of its assemblies.</summary>
internal sealed record Module(string Name, Assembly Behaviour, Assembly Contracts)
{
    public static readonly IReadOnlyList<Module> All =
    [
        .. Directory.GetDirectories(Path.Combine(Tree.Root, "src", "Modules")).Select(folder => Path.GetFileName(folder)!)
            .Order(StringComparer.Ordinal)
            .Select(name => new Module(name, Assembly.Load($"EcommerceBot.{name}"), Assembly.Load($"EcommerceBot.{name}.Contracts"))),
    ];

    public Type? Index => Behaviour.GetType($"EcommerceBot.{Name}.{Name}Module");

    /// <summary>The compiler's XML file of the contracts.</summary>
    public XDocument Documentation => XDocument.Load(Path.ChangeExtension(Contracts.Location, ".xml"));
}
