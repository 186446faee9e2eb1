using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;

namespace EcommerceBot.Operations.Tests.Running;

/// <summary>The names of all settings the Host reads: the properties of its options, and what its sources ask for by name.</summary>
internal static partial class HostSettings
{
    // Read by the frameworks themselves.
    private static readonly string[] OfFrameworks = ["ASPNETCORE_ENVIRONMENT", "ASPNETCORE_HTTP_PORTS", "ASPNETCORE_URLS", "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_SERVICE_NAME", "OTEL_RESOURCE_ATTRIBUTES"];

    private static readonly Lazy<HashSet<string>> Known = new(() => new(OfFrameworks.Concat(Options()).Concat(AskedFor()), StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether the Host would read an environment variable of this name.</summary>
    public static bool Has(string variable) => Known.Value.Contains(ListEntry().Replace(variable, ""));

    public static bool IsOfPlatform(string variable) => variable.StartsWith("DOTNET_", StringComparison.Ordinal);

    private static IEnumerable<string> Options()
    {
        var host = Assembly.Load("EcommerceBot.Host");
        var ours = host.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("EcommerceBot.", StringComparison.Ordinal)).Select(Assembly.Load).Append(host);
        return from assembly in ours
               from type in assembly.GetTypes()
               let section = type.GetField("SectionName", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)?.GetRawConstantValue() as string
               where section is not null
               from name in Properties(type)
               select $"{section.Replace(":", "__", StringComparison.Ordinal)}__{name}";
    }

    private static IEnumerable<string> Properties(Type type) =>
        from property in type.GetProperties()
        where property.CanWrite || typeof(IEnumerable).IsAssignableFrom(property.PropertyType)
        select property.Name;

    private static IEnumerable<string> AskedFor() =>
        from file in Directory.EnumerateFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories)
        from Match match in Asked().Matches(File.ReadAllText(file))
        let name = match.Groups["name"].Value.Replace(":", "__", StringComparison.Ordinal)
        select match.Groups["store"].Success ? $"ConnectionStrings__{match.Groups["store"].Value}" : name;

    [GeneratedRegex("""[cC]onfigur(?:ation|ed)\[\"(?<name>[^\"]+)\"\]|GetValue(?:<[^>]+>)?\(\"(?<name>[^\"]+)\"|GetConnectionString\(\"(?<store>\w+)\"\)""")]
    private static partial Regex Asked();

    [GeneratedRegex(@"__\d+$|(?<=__(PerAddress|Lanes))__.+$")]
    private static partial Regex ListEntry();
}
