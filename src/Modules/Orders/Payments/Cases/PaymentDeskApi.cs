using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Payments.Cases;

/// <summary>Money that needs a person, for the shop's own people.</summary>
internal static class PaymentDeskApi
{
    private const int MostListed = 500;

    public static void MapPaymentDesk(this RouteGroupBuilder orders)
    {
        orders.MapGet("/payment-cases", async (OrdersDbContext db, CancellationToken cancellationToken) =>
            Results.Ok(await db.PaymentCases.AsNoTracking().Where(x => x.SettledAt == null).OrderBy(x => x.At).Take(MostListed).ToListAsync(cancellationToken)))
            .WithSummary("Payments of a wrong amount and refunds to be made by hand, oldest first.");
        orders.MapPost("/payment-cases/{id:guid}/settle", SettleAsync).WithSummary("Give a wrong payment back, or say that a refund was made by hand.");
        orders.MapPost("/transfers", ConfirmAsync).WithSummary("A bank transfer has arrived.");
    }

    private static async Task<IResult> SettleAsync(Guid id, IRequestClient<SettlePaymentCase> client, CancellationToken cancellationToken)
    {
        var answer = await client.GetResponse<PaymentCaseSettled, PaymentCaseNotFound>(new SettlePaymentCase { CaseId = id }, cancellationToken);
        return answer.Message is PaymentCaseNotFound missing ? Results.NotFound(missing) : Results.Ok(answer.Message);
    }

    private static async Task<IResult> ConfirmAsync(ConfirmTransfer body, IRequestClient<ConfirmTransfer> client, CancellationToken cancellationToken)
    {
        var answer = await client.GetResponse<TransferConfirmed, TransferRejected, TransferNotFound>(body, cancellationToken);
        return answer.Message switch
        {
            TransferRejected rejected => Results.Problem(rejected.Reason, statusCode: StatusCodes.Status400BadRequest, title: "invalid_transfer"),
            TransferNotFound missing => Results.NotFound(missing),
            var confirmed => Results.Ok(confirmed),
        };
    }
}
