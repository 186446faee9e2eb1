using System.Diagnostics.CodeAnalysis;
using EcommerceBot.Outbox.Capture;
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
        services.AddDbContext<TSqlite>(Configure);
        services.AddDbContext<TPostgres>(Configure);
        return services.AddScoped<TContext>(provider => provider.GetRequiredService<IRelationalStore>().Kind == StoreKind.Postgres
            ? provider.GetRequiredService<TPostgres>()
            : provider.GetRequiredService<TSqlite>());

        void Configure(IServiceProvider provider, DbContextOptionsBuilder options)
        {
            provider.GetRequiredService<IRelationalStore>().Configure(options, module);
            options.AddInterceptors(ActivatorUtilities.CreateInstance<OutboxInterceptor>(provider));
        }
    }
}

/// <summary>One module's place in the store.</summary>
internal sealed record ModuleStore(string Module, Type ContextType);
