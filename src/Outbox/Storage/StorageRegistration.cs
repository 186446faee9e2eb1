using System.Diagnostics.CodeAnalysis;
using EcommerceBot.Outbox.Capture;
using EcommerceBot.Outbox.Failures;
using EcommerceBot.Outbox.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EcommerceBot.Outbox.Storage;

/// <summary>Registers the relational store once, and each module's context on it.</summary>
public static class StorageRegistration
{
    /// <summary>The store itself with the messaging tables: called once, by the Host or a test fixture. <c>ConnectionStrings:Postgres</c> set means PostgreSQL.</summary>
    public static IServiceCollection AddRelationalStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.SectionName))
            .ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<RelaySignal>();
        services.AddScoped<OutboxBuffer>();
        services.AddSingleton<OutboxInterceptor>();
        services.AddSingleton<OutboxAttachment>();
        services.AddSingleton<BeingStored>();
        services.TryAddSingleton<IDeadLetters, FailedRows>();
        services.AddScoped(provider => new DeadLetterDesk(
            provider.GetRequiredService<IDeadLetters>(), provider.GetRequiredService<MessagingDbContext>(), provider.GetRequiredService<TimeProvider>()));
        if (configuration.GetConnectionString("Postgres") is { Length: > 0 } connectionString)
        {
            services.AddSingleton(_ => PostgresStore.Open(connectionString));
            services.AddSingleton<IRelationalStore, PostgresStore>();
            services.AddSingleton<IMessagingSql, PostgresMessagingSql>();
        }
        else
        {
            services.AddSingleton<SqliteWriteGate>();
            services.AddSingleton<IRelationalStore, SqliteStore>();
            services.AddSingleton<IMessagingSql, SqliteMessagingSql>();
        }
        return services.AddModuleDbContext<MessagingDbContext, SqliteMessagingDbContext, PostgresMessagingDbContext>(MessagingDbContext.Module);
    }

    /// <summary>The context of a module that only has an embedded schema so far.</summary>
    public static IServiceCollection AddModuleDbContext<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TContext,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TSqlite>(this IServiceCollection services, string module)
        where TContext : ModuleDbContext
        where TSqlite : TContext
    {
        services.AddSingleton(new ModuleStore(module, typeof(TContext)));
        services.AddDbContext<TSqlite>((provider, options) => Configure(provider, options, module, only: StoreKind.Sqlite));
        return services.AddScoped<TContext>(provider => Lend(provider, provider.GetRequiredService<TSqlite>()));
    }

    /// <summary>A module's context: migrated with the others, its commits waking the relay.</summary>
    /// <typeparam name="TContext">What the module's code asks for.</typeparam>
    /// <typeparam name="TSqlite">The same model with the migrations of the embedded store.</typeparam>
    /// <typeparam name="TPostgres">The same model with the migrations of PostgreSQL.</typeparam>
    /// <param name="services">The container.</param>
    /// <param name="module">Schema name, and table prefix on SQLite.</param>
    public static IServiceCollection AddModuleDbContext<
        TContext,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TSqlite,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TPostgres>(this IServiceCollection services, string module)
        where TContext : ModuleDbContext
        where TSqlite : TContext
        where TPostgres : TContext
    {
        services.AddSingleton(new ModuleStore(module, typeof(TContext)));
        services.AddDbContext<TSqlite>((provider, options) => Configure(provider, options, module));
        // Pooled: building a context costs as much as a round trip. The embedded store's write gate must see each context's end, so there they are not.
        services.AddPooledDbContextFactory<TPostgres>((provider, options) => Configure(provider, options, module));
        return services.AddScoped<TContext>(provider => Lend<TContext>(provider, provider.GetRequiredService<IRelationalStore>().Kind == StoreKind.Postgres
            ? provider.GetRequiredService<IDbContextFactory<TPostgres>>().CreateDbContext()
            : provider.GetRequiredService<TSqlite>()));
    }

    private static TContext Lend<TContext>(IServiceProvider scope, TContext db) where TContext : ModuleDbContext
    {
        db.Outbox = new ContextOutbox(scope.GetRequiredService<OutboxBuffer>());
        return db;
    }

    private static void Configure(IServiceProvider provider, DbContextOptionsBuilder options, string module, StoreKind? only = null)
    {
        var store = provider.GetRequiredService<IRelationalStore>();
        if (only is { } kind && kind != store.Kind)
            throw new InvalidOperationException($"The {module} module has no schema for {store.Kind} yet. Remove ConnectionStrings__Postgres to run on the embedded store.");
        store.Configure(options, module);
        options.AddInterceptors(provider.GetRequiredService<OutboxInterceptor>(), provider.GetRequiredService<OutboxAttachment>());
    }
}

/// <summary>One module's place in the store.</summary>
internal sealed record ModuleStore(string Module, Type ContextType);
