using EcommerceBot.Outbox.Storage;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace EcommerceBot.Host;

/// <summary>The stores: which ones, who owns the embedded one, when the schema is migrated. Connection strings decide.</summary>
internal static class Storage
{
    public static void AddStorage(this IHostApplicationBuilder builder)
    {
        builder.Services.AddRelationalStore(builder.Configuration);
        if (builder.Configuration.GetConnectionString("Redis") is { Length: > 0 } redis)
            builder.Services.AddSingleton<IConnectionMultiplexer>(_ => Connect(redis));
    }

    /// <summary>
    /// The embedded store has one serving owner: a second Host on the same folder would relay and sweep the same rows again. PostgreSQL has any number;
    /// there this holds nothing.
    /// </summary>
    /// <exception cref="InvalidOperationException">Another Host serves from this folder.</exception>
    public static IDisposable? LockEmbeddedStore(this IHost app)
    {
        if (!string.IsNullOrEmpty(app.Services.GetRequiredService<IConfiguration>().GetConnectionString("Postgres")))
            return null;
        var path = Path.GetFullPath(app.Services.GetRequiredService<IOptions<StorageOptions>>().Value.DataPath);
        Directory.CreateDirectory(path);
        try
        {
            return new FileStream(Path.Combine(path, "host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException exception)
        {
            throw new InvalidOperationException(
                $"Another Host already serves from {path}. Stop it, or give this one a folder of its own with Storage__DataPath.", exception);
        }
    }

    public static async Task MigrateStoreAsync(this IHost app)
    {
        if (app.Services.GetRequiredService<IOptions<StorageOptions>>().Value.MigrateOnStart)
            await app.Services.MigrateStoresAsync();
    }

    // Nothing waits for Redis, at the start or later: it holds no business fact.
    private static ConnectionMultiplexer Connect(string connectionString)
    {
        var options = ConfigurationOptions.Parse(connectionString);
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = 2_000;
        options.AsyncTimeout = 500;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ClientName = "ecommercebot";
        return ConnectionMultiplexer.Connect(options);
    }
}
