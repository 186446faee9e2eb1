namespace EcommerceBot.Operations.Tests.Monitoring;

/// <summary>The tests that share one watched shop.</summary>
[CollectionDefinition(Name)]
public sealed class WatchedCollection : ICollectionFixture<WatchedByPrometheus>
{
    public const string Name = "watched by Prometheus";
}
