using EcommerceBot.Orders.Payments.Sandbox;
using EcommerceBot.Orders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Orders.Payments.Transfers;

/// <summary><c>GET /pay/transfer/{id}</c>: where the money goes and what to write on it.</summary>
internal static class TransferPage
{
    public static void MapTransferPage(this IEndpointRouteBuilder app) => app.MapGet("/pay/transfer/{id}", ShowAsync).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(
        string id, HttpResponse response, OrdersDbContext db, IOptions<ShopOptions> shop, IOptions<PaymentOptions> options, TimeProvider time, CancellationToken cancellationToken)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "same-origin";
        var payment = await db.Payments.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id && x.Method == PayingBy.Transfer, cancellationToken);
        if (payment is null)
            return Html(PaymentPage.Unknown(shop.Value.Name), StatusCodes.Status404NotFound);
        if (payment.Status != PaymentStatus.Open)
            return Html(PaymentPage.Result(shop.Value.Name, payment), StatusCodes.Status200OK);
        return payment.TakesMoney(time.GetUtcNow())
            ? Html(PaymentPage.Transfer(shop.Value.Name, payment, options.Value.BankAccount), StatusCodes.Status200OK)
            : Html(PaymentPage.Expired(shop.Value.Name), StatusCodes.Status410Gone);
    }

    private static ContentHttpResult Html(string page, int status) => TypedResults.Content(page, "text/html; charset=utf-8", statusCode: status);
}
