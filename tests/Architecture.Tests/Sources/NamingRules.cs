using EcommerceBot.Architecture.Tests.House;

namespace EcommerceBot.Architecture.Tests.Sources;

/// <summary>Names that say nothing about what is inside.</summary>
internal static class NamingRules
{
    private static readonly string[] EmptyFolders = ["Shared", "Common", "Core", "Utils", "Helpers", "BuildingBlocks", "Abstractions"];
    private static readonly string[] EmptySuffixes = ["Manager", "Helper", "Processor", "Dto", "Impl", "IntegrationEvent", "Base"];

    public static IEnumerable<string> Folders(IEnumerable<SourceFile> files) => files
        .SelectMany(file => file.Path.Split('/')[..^1].Where(folder => EmptyFolders.Contains(folder)).Select(folder => (folder, file)))
        .Select(found => $"{found.file.Path}: \"{found.folder}\" says nothing; name the folder for its use case.");

    public static IEnumerable<string> Types(IEnumerable<Type> types) =>
        from type in types
        let name = type.Name.Split('`')[0]
        from suffix in EmptySuffixes
        where name.EndsWith(suffix, StringComparison.Ordinal)
        select $"{type.FullName}: \"{suffix}\" says nothing; name the type for what it does.";
}
