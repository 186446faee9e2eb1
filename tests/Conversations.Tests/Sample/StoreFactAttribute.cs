using System.Reflection;
using System.Runtime.CompilerServices;
using EcommerceBot.Servers;
using Xunit.Sdk;
using Xunit.v3;

namespace EcommerceBot.Conversations.Tests.Sample;

/// <summary>The store that the running test was given; a fact or theory that is not marked runs on the embedded one.</summary>
internal static class OnStore
{
    public const string Trait = "Store";
    public const string Embedded = "SQLite";
    public const string Postgres = "PostgreSQL";

    public static readonly string[] Both = [Embedded, Postgres];

    public static bool IsPostgres => TestContext.Current.Test?.Traits.TryGetValue(Trait, out var stores) == true && stores.Contains(Postgres);

    /// <summary>Null where the store can be had.</summary>
    public static string? MissingFor(string store) => store == Postgres ? PostgresServer.Missing : null;
}

/// <summary>A fact of both stores: one test on each, PostgreSQL skipped with the reason only where its server is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(StoreFactDiscoverer))]
internal sealed class StoreFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : FactAttribute(file, line)
{
    /// <summary>The one store on which the fact means something: several Hosts never share the embedded one.</summary>
    public string? Only { get; set; }
}

internal sealed class StoreFactDiscoverer : IXunitTestCaseDiscoverer
{
    public ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute) =>
        new([.. StoresOf(factAttribute).Select(store => CaseOn(store, discoveryOptions, testMethod, factAttribute))]);

    private static string[] StoresOf(IFactAttribute fact) => fact is StoreFactAttribute { Only: { } only } ? [only] : OnStore.Both;

    private static XunitTestCase CaseOn(string store, ITestFrameworkDiscoveryOptions options, IXunitTestMethod method, IFactAttribute fact)
    {
        var details = TestIntrospectionHelper.GetTestCaseDetails(options, method, fact);
        var traits = method.Traits.ToDictionary(trait => trait.Key, trait => trait.Value.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        traits[OnStore.Trait] = [store];
        return new XunitTestCase(
            details.ResolvedTestMethod, $"{details.TestCaseDisplayName} [{store}]", $"{details.UniqueID}-{store}", details.Explicit, details.SkipExceptions,
            details.SkipReason ?? OnStore.MissingFor(store), details.SkipType, details.SkipUnless, details.SkipWhen, traits,
            sourceFilePath: details.SourceFilePath, sourceLineNumber: details.SourceLineNumber, timeout: details.Timeout);
    }
}

/// <summary>One row of a theory, on both stores.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class StoreDataAttribute(params object?[] arguments) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. OnStore.Both.Select(RowOn)]);

    public override bool SupportsDiscoveryEnumeration() => true;

    private TheoryDataRow RowOn(string store)
    {
        var row = new TheoryDataRow(arguments) { Skip = OnStore.MissingFor(store), Label = store };
        row.Traits[OnStore.Trait] = [store];
        return row;
    }
}
