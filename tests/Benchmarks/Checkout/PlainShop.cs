using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EcommerceBot.Benchmarks.Checkout;

/// <summary>The floor: the least shop that puts into a cart and checks out, in plain SQL over HTTP, one transaction a step and no broker.</summary>
internal sealed class PlainShop : IAsyncDisposable
{
    private const string Tables =
        """
        CREATE TABLE product(sku text PRIMARY KEY, price bigint NOT NULL, stock int NOT NULL CHECK (stock >= 0));
        INSERT INTO product SELECT 'PLAIN-' || i, 500 + i, 1000000 FROM generate_series(1, 10000) i;
        CREATE TABLE cart(id uuid PRIMARY KEY);
        CREATE TABLE cart_line(cart uuid REFERENCES cart, sku text REFERENCES product, pieces int NOT NULL, price bigint NOT NULL, PRIMARY KEY (cart, sku));
        CREATE TABLE placed(id uuid PRIMARY KEY, total bigint NOT NULL);
        CREATE TABLE placed_line(placed uuid REFERENCES placed, sku text, pieces int, price bigint);
        CREATE TABLE told(id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, placed uuid NOT NULL);
        """;

    private static readonly string[] Checkout =
    [
        "UPDATE product SET stock = stock - l.pieces FROM cart_line l WHERE l.cart = $1 AND product.sku = l.sku",
        "INSERT INTO placed SELECT $1, coalesce(sum(pieces * price), 0) FROM cart_line WHERE cart = $1",
        "INSERT INTO placed_line SELECT cart, sku, pieces, price FROM cart_line WHERE cart = $1",
        "INSERT INTO told(placed) VALUES ($1)",
        "DELETE FROM cart_line WHERE cart = $1",
    ];

    private readonly WebApplication _app;
    private readonly NpgsqlDataSource _database;

    private PlainShop(WebApplication app, NpgsqlDataSource database)
    {
        (_app, _database) = (app, database);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Client { get; }

    public static async Task<PlainShop> StartAsync(string connection)
    {
        var database = NpgsqlDataSource.Create(connection);
        await using (var create = database.CreateCommand(Tables))
            await create.ExecuteNonQueryAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/cart/{id:guid}", (Guid id) => RunAsync(database, ["INSERT INTO cart VALUES ($1)"], id));
        app.MapPost("/cart/{id:guid}/add/{sku}", (Guid id, string sku) => RunAsync(
            database, ["INSERT INTO cart_line SELECT $1, sku, 1, price FROM product WHERE sku = $2 AND stock > 0 ON CONFLICT (cart, sku) DO UPDATE SET pieces = cart_line.pieces + 1"], id, sku));
        app.MapPost("/cart/{id:guid}/checkout", (Guid id) => RunAsync(database, Checkout, id));
        await app.StartAsync();
        return new PlainShop(app, database);
    }

    private static async Task<IResult> RunAsync(NpgsqlDataSource database, string[] statements, params object[] values)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var statement in statements)
        {
            var command = new NpgsqlBatchCommand(statement);
            foreach (var value in values)
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            batch.BatchCommands.Add(command);
        }
        await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return Results.Ok();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }
}
