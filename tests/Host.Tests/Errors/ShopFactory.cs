using System.Net;
using EcommerceBot.Host.Bus;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Host.Tests.Errors;

/// <summary>The whole Host on an embedded store of its own, asked from an address of the test's choice.</summary>
internal sealed class ShopFactory(string environment, string? adminKey, IPAddress? from = null) : WebApplicationFactory<MessagingOptions>
{
    private readonly string _data = Directory.CreateTempSubdirectory("shop-").FullName;

    /// <summary>Puts a failed message into the store, as the bus would.</summary>
    public async Task<Guid> AddFailedAsync(string queue, TimeSpan ago, byte[]? body = null)
    {
        var messageId = Guid.NewGuid();
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_data, "shop.db")}");
        await connection.OpenAsync();
        await using var insert = connection.CreateCommand();
        insert.CommandText =
            """
            INSERT INTO messaging_failed_messages (message_id, queue, message_type, content_type, body, exception_type, exception_message, failed_at)
            VALUES ($id, $queue, $type, 'application/vnd.masstransit+json', $body, 'System.InvalidOperationException', 'It was meant to fail', $at)
            """;
        insert.Parameters.AddWithValue("$id", messageId);
        insert.Parameters.AddWithValue("$queue", queue);
        insert.Parameters.AddWithValue("$type", body is null ? "urn:message:EcommerceBot.Orders.Contracts.Commands:StartCheckout" : "");
        insert.Parameters.AddWithValue("$body", body ?? "{}"u8.ToArray());
        insert.Parameters.AddWithValue("$at", (TimeProvider.System.GetUtcNow() - ago).UtcDateTime);
        await insert.ExecuteNonQueryAsync();
        return messageId;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        builder.UseSetting("Storage:DataPath", _data);
        builder.UseSetting("Shop:DemoCatalog", "false");
        builder.UseSetting("Admin:ApiKey", adminKey);
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(new FromAddress(from ?? IPAddress.Parse("203.0.113.7"))));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    private sealed class FromAddress(IPAddress address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, inner) =>
            {
                context.Connection.RemoteIpAddress = address;
                return inner(context);
            });
            next(app);
        };
    }
}
