using System.Reflection;
using System.Xml.Linq;
using EcommerceBot.Architecture.Tests.House;
using Module = EcommerceBot.Architecture.Tests.House.Module;

namespace EcommerceBot.Architecture.Tests.Modules;

/// <summary>What one assembly refers to: in its metadata, and in its project file, where a reference stands before anything uses it.</summary>
internal sealed record AssemblyReferences(string Assembly, IReadOnlySet<string> References)
{
    public static IReadOnlyList<AssemblyReferences> OfEverything() =>
    [
        .. Module.All.Select(module => Of(module.Behaviour, $"src/Modules/{module.Name}/EcommerceBot.{module.Name}.csproj")),
        .. Module.All.Select(module => Of(module.Contracts, $"src/Modules/{module.Name}/Contracts/EcommerceBot.{module.Name}.Contracts.csproj")),
        Of(typeof(Outbox.ModuleEndpointNames).Assembly, "src/Outbox/EcommerceBot.Outbox.csproj"),
        // Not referenced by these tests, so the project file alone speaks for it.
        new("EcommerceBot.Host", Projects("src/Host/EcommerceBot.Host.csproj").ToHashSet()),
    ];

    private static AssemblyReferences Of(Assembly assembly, string projectFile) =>
        new(assembly.GetName().Name!, assembly.GetReferencedAssemblies().Select(name => name.Name!).Concat(Projects(projectFile)).ToHashSet());

    private static IEnumerable<string> Projects(string projectFile) => XDocument.Load(Path.Combine(Tree.Root, projectFile))
        .Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
}
