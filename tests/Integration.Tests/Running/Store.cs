namespace EcommerceBot.Integration.Tests.Running;

/// <summary>What the Host under test stands on.</summary>
public enum Store
{
    /// <summary>SQLite and the transport in memory.</summary>
    Embedded,

    /// <summary>PostgreSQL, RabbitMQ and Redis.</summary>
    Servers,
}
