using EcommerceBot.Outbox.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EcommerceBot.Outbox.Storage;

/// <summary>Healthy when the store answers and its schema is the one this program needs.</summary>
public sealed class StoreHealth : IHealthCheck
{
    private readonly MessagingDbContext _db;

    /// <summary>Made by the container.</summary>
    public StoreHealth(IServiceProvider services) => _db = services.GetService(typeof(MessagingDbContext)) as MessagingDbContext
        ?? throw new InvalidOperationException("Call AddRelationalStore first.");

    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var pending = (await _db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
        return pending == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"{pending} migrations are missing: run the Host's migrate command.");
    }
}
