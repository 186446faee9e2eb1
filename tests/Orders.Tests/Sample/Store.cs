using System.Reflection;
using EcommerceBot.Servers;
using Xunit.Sdk;
using Xunit.v3;

namespace EcommerceBot.Orders.Tests.Sample;

/// <summary>What the module under test stands on.</summary>
public enum Store
{
    /// <summary>SQLite.</summary>
    Embedded,

    /// <summary>PostgreSQL.</summary>
    Postgres,
}

/// <summary>Runs a theory once on each store, with each of its other arguments; PostgreSQL is skipped, with the reason, only where its server is not installed.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class BothStoresAttribute(params object?[] arguments) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([Row(Store.Embedded, null), Row(Store.Postgres, PostgresServer.Missing)]);

    public override bool SupportsDiscoveryEnumeration() => true;

    private TheoryDataRow Row(Store store, string? missing) => new([store, .. arguments]) { Skip = missing };
}
