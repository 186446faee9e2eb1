using System.Reflection;

namespace EcommerceBot.EndToEnd.Tests.Running;

/// <summary>Where the build put what these tests need; written into the assembly by the project file.</summary>
internal static class BuildFacts
{
    public static string HostProgram { get; } = Read("HostProgram");
    public static string Screenshots { get; } = Read("Screenshots");

    private static string Read(string name) =>
        typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == name).Value!;
}
