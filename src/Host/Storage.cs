using EcommerceBot.Outbox.Storage;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Host;

/// <summary>The relational store: which one, who owns it, when it is migrated. No other file knows.</summary>
internal static class Storage
{
    private static readonly string[] NotYet = ["Postgres", "RabbitMq", "Redis", "Mongo"];

    /// <exception cref="InvalidOperationException">A connection string names a store that this version cannot use; passing over it in silence would keep data where nobody looks.</exception>
    public static void AddStorage(this IHostApplicationBuilder builder)
    {
        var unused = NotYet.Where(name => !string.IsNullOrEmpty(builder.Configuration.GetConnectionString(name))).Select(name => $"ConnectionStrings__{name}").ToList();
        if (unused.Count > 0)
            throw new InvalidOperationException($"This version of the Host runs on its embedded store only. Remove {string.Join(" and ", unused)}.");
        builder.Services.AddRelationalStore(builder.Configuration);
    }

    /// <summary>The embedded store has one serving owner: a second Host on the same folder would relay and sweep the same rows again.</summary>
    /// <exception cref="InvalidOperationException">Another Host serves from this folder.</exception>
    public static IDisposable LockEmbeddedStore(this IHost app)
    {
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
}
