using System.Reflection;
using System.Runtime.CompilerServices;
using EcommerceBot.Operations.Tests.Running;

namespace EcommerceBot.Operations.Tests.Topology;

/// <summary>
/// Messages that an older Host sent are read by a newer one and the other way round: what a released message has, it keeps. New messages and optional fields may be
/// added to the file by UPDATE_DOCS=1; a line is taken out by hand only, once no version in use has it.
/// </summary>
public sealed class ContractTests
{
    private const string Golden = "docs/contracts.txt";

    [Fact]
    public async Task EveryFieldOfEveryMessage_IsTheOneCommitted()
    {
        var current = Current().Order(StringComparer.Ordinal).ToList();
        var path = Repository.At(Golden);
        var committed = File.Exists(path) ? await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken) : [];
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            await File.WriteAllLinesAsync(path, committed.Union(current).Order(StringComparer.Ordinal), TestContext.Current.CancellationToken);

        Assert.True(current.Count > 200);
        Assert.Empty(committed.Except(current).Select(line => $"gone or changed: {line}"));
        Assert.Empty(current.Except(await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken)).Select(line => $"not committed, renew with UPDATE_DOCS=1: {line}"));
    }

    private static IEnumerable<string> Current() =>
        from file in Directory.EnumerateFiles(AppContext.BaseDirectory, "EcommerceBot.*.Contracts.dll")
        from type in Assembly.LoadFrom(file).GetExportedTypes()
        from property in type.GetProperties()
        select $"{type.Namespace}:{type.Name}.{property.Name} {NameOf(property.PropertyType)}{(property.IsDefined(typeof(RequiredMemberAttribute)) ? " required" : "")}";

    private static string NameOf(Type type) =>
        type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>" : type.Name;
}
