using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Metrics;
using EcommerceBot.Orders.Payments.Cases;
using EcommerceBot.Orders.Persistence;
using EcommerceBot.Orders.Promotions;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.AfterSales.Admin;

/// <summary>Orders for the shop's own people: looked at here, changed by the same requests as everywhere.</summary>
internal static class OrdersApi
{
    private const int MostListed = 200;

    public static void MapOrdersApi(this IEndpointRouteBuilder app)
    {
        var orders = app.MapGroup("/api/orders").RequireAuthorization("admin").WithTags("Orders");
        orders.MapGet("/", ListAsync).WithSummary("Orders, newest first; by status, owner, and before an instant for the next page.");
        orders.MapGet("/{number}", GetAsync).WithSummary("One order.");
        orders.MapGet("/{number}/timeline", TimelineAsync).WithSummary("What happened to an order, oldest first.");
        orders.MapPost("/{number}/ship", (string number, ShipBody body, [FromHeader(Name = "Idempotency-Key")] string? key, IRequestClient<ShipOrder> client, CancellationToken cancellationToken) =>
            AskAsync(client, new ShipOrder { OrderNumber = number, Items = body.Items ?? [], Carrier = body.Carrier, TrackingNumber = body.TrackingNumber, Key = key ?? "" }, cancellationToken));
        orders.MapPost("/{number}/deliver", (string number, [FromHeader(Name = "Idempotency-Key")] string? key, IRequestClient<DeliverOrder> client, CancellationToken cancellationToken) =>
            AskAsync(client, new DeliverOrder { OrderNumber = number, Key = key ?? "" }, cancellationToken));
        orders.MapPost("/{number}/refund", (string number, RefundBody body, [FromHeader(Name = "Idempotency-Key")] string? key, IRequestClient<RefundOrder> client, CancellationToken cancellationToken) =>
            AskAsync(client, new RefundOrder { OrderNumber = number, Amount = body.Amount, PaymentMethodId = body.PaymentMethodId, Reason = body.Reason, Key = key ?? "" }, cancellationToken));
        orders.MapPost("/{number}/note", (string number, NoteBody body, [FromHeader(Name = "Idempotency-Key")] string? key, IRequestClient<AddOrderNote> client, CancellationToken cancellationToken) =>
            AskAsync(client, new AddOrderNote { OrderNumber = number, Text = body.Text ?? "", Key = key ?? "" }, cancellationToken));
        orders.MapPost("/{number}/cash", (string number, [FromHeader(Name = "Idempotency-Key")] string? key, IRequestClient<ConfirmCash> client, CancellationToken cancellationToken) =>
            AskAsync(client, new ConfirmCash { OrderNumber = number, Key = key ?? "" }, cancellationToken));
        orders.MapPost("/{number}/process", (string number, [FromHeader(Name = "Idempotency-Key")] string? key, IRequestClient<AdvanceOrder> client, CancellationToken cancellationToken) =>
            AskAsync(client, new AdvanceOrder { OrderNumber = number, Status = OrderStatus.Processing, Key = key ?? "" }, cancellationToken));
        orders.MapPost("/{number}/complete", (string number, [FromHeader(Name = "Idempotency-Key")] string? key, IRequestClient<AdvanceOrder> client, CancellationToken cancellationToken) =>
            AskAsync(client, new AdvanceOrder { OrderNumber = number, Status = OrderStatus.Completed, Key = key ?? "" }, cancellationToken));
        orders.MapPost("/{number}/exchange", (string number, [FromHeader(Name = "Idempotency-Key")] string? key, IRequestClient<CompleteExchange> client, CancellationToken cancellationToken) =>
            AskAsync(client, new CompleteExchange { OrderNumber = number, Key = key ?? "" }, cancellationToken)).WithSummary("What was to be exchanged has come back.");
        orders.MapMetrics();
        orders.MapPaymentDesk();
        orders.MapReports();
        orders.MapCoupons();
    }

    private static async Task<IResult> ListAsync(
        OrdersDbContext db, CancellationToken cancellationToken, string? status = null, string? owner = null, DateTimeOffset? before = null, int limit = 50)
    {
        var found = await db.Orders.AsNoTracking()
            .Where(x => (status == null || x.Status == status) && (owner == null || x.OwnerId == owner))
            .Where(x => before == null || x.PlacedAt < before)
            .OrderByDescending(x => x.PlacedAt).ThenBy(x => x.Number).Take(Math.Clamp(limit, 1, MostListed)).ToListAsync(cancellationToken);
        return Results.Ok(new OrdersFound { Orders = [.. found.Select(order => order.ToContract())] });
    }

    private static async Task<IResult> GetAsync(string number, OrdersDbContext db, CancellationToken cancellationToken) =>
        await FindAsync(db, number, cancellationToken) is { } order ? Results.Ok(order.ToContract()) : Results.NotFound(new OrderNotFound { OrderNumber = number });

    private static async Task<IResult> TimelineAsync(string number, OrdersDbContext db, CancellationToken cancellationToken) =>
        await FindAsync(db, number, cancellationToken) is { } order ? Results.Ok(order.Timeline) : Results.NotFound(new OrderNotFound { OrderNumber = number });

    private static Task<Order?> FindAsync(OrdersDbContext db, string number, CancellationToken cancellationToken)
    {
        var numbers = OrderNumber.Candidates(number);
        return db.Orders.AsNoTracking().SingleOrDefaultAsync(x => numbers.Contains(x.Number), cancellationToken);
    }

    /// <summary>A refusal is 409, or 400 where the key is missing; the same key answers as it did the first time.</summary>
    private static async Task<IResult> AskAsync<T>(IRequestClient<T> client, T request, CancellationToken cancellationToken) where T : class
    {
        var answer = await client.GetResponse<OrderDetails, OrderRefused, OrderNotFound>(request, cancellationToken);
        return answer.Message switch
        {
            OrderRefused { Code: "invalid_key" } refused => Results.Problem(
                $"{refused.Reason} Send one in the header Idempotency-Key.", statusCode: StatusCodes.Status400BadRequest, title: refused.Code),
            OrderRefused refused => Results.Problem(refused.Reason, statusCode: StatusCodes.Status409Conflict, title: refused.Code),
            OrderNotFound missing => Results.NotFound(missing),
            var order => Results.Ok(order),
        };
    }
}

/// <summary>A parcel; without items, all that has not left yet.</summary>
internal sealed record ShipBody(IReadOnlyList<ReturnedItem>? Items, string? Carrier, string? TrackingNumber);

/// <summary>Minor units; without an amount, what the return is worth.</summary>
internal sealed record RefundBody(long? Amount, string? PaymentMethodId, string? Reason);

/// <summary>1 to 1,000 characters.</summary>
internal sealed record NoteBody(string? Text);
