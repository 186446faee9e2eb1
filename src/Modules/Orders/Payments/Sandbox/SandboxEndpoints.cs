using EcommerceBot.Orders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Orders.Payments.Sandbox;

/// <summary>The hosted payment page of the sandbox.</summary>
internal static class SandboxEndpoints
{
    private static readonly HashSet<string> Outcomes = ["pay", "decline", "cancel"];

    public static void MapSandboxPage(this IEndpointRouteBuilder app)
    {
        var pay = app.MapGroup("/pay").ExcludeFromDescription().AddEndpointFilter(OnlySandboxAsync).AddEndpointFilter(AddHeadersAsync);
        pay.MapGet("/{id}", ShowAsync);
        pay.MapPost("/{id}", PressAsync).DisableAntiforgery();
    }

    /// <summary>Where real money is taken, nobody pays with a click.</summary>
    private static ValueTask<object?> OnlySandboxAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.RequestServices.GetRequiredService<IPaymentProvider>().Name == Stripe.StripeProvider.ProviderName
            ? new(Results.NotFound())
            : next(context);

    /// <summary>Without a referrer a form sends no origin either; and a page that shows what was bought is nothing to keep.</summary>
    private static ValueTask<object?> AddHeadersAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        return next(context);
    }

    private static async Task<ContentHttpResult> ShowAsync(string id, OrdersDbContext db, IOptions<ShopOptions> shop, TimeProvider time, CancellationToken cancellationToken)
    {
        var payment = await db.Payments.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, cancellationToken);
        return await PageAsync(payment, null, db, shop.Value, time, cancellationToken);
    }

    private static async Task<IResult> PressAsync(
        string id, [FromForm] string? outcome, HttpRequest request, SandboxDesk desk, OrdersDbContext db, IOptions<ShopOptions> shop, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!PressedFrom.ThePageItself(request, shop.Value.PublicUrl))
            return Results.Problem("This page's buttons only work on the page itself.", statusCode: StatusCodes.Status403Forbidden);
        if (outcome is null || !Outcomes.Contains(outcome))
            return Results.Problem("Send outcome=pay, outcome=decline or outcome=cancel.", statusCode: StatusCodes.Status400BadRequest);
        var payment = await db.Payments.SingleOrDefaultAsync(x => x.Id == id, cancellationToken);
        if (payment is not null)
            payment = await desk.PressAsync(payment, outcome, cancellationToken);
        return await PageAsync(payment, outcome, db, shop.Value, time, cancellationToken);
    }

    private static async Task<ContentHttpResult> PageAsync(
        Payment? payment, string? pressed, OrdersDbContext db, ShopOptions shop, TimeProvider time, CancellationToken cancellationToken)
    {
        if (payment is null)
            return Html(PaymentPage.Unknown(shop.Name), StatusCodes.Status404NotFound);
        var open = payment.Method == PayingBy.Online && payment.TakesMoney(time.GetUtcNow());
        if (!open && payment.Status == PaymentStatus.Open)
            return Html(PaymentPage.Expired(shop.Name), StatusCodes.Status410Gone);
        var quote = await db.Quotes.AsNoTracking().SingleAsync(x => x.CheckoutId == payment.CheckoutId, cancellationToken);
        return Html(open ? PaymentPage.Open(shop.Name, payment, quote.Lines, declined: pressed == "decline") : PaymentPage.Result(shop.Name, payment), StatusCodes.Status200OK);
    }

    private static ContentHttpResult Html(string page, int status) => TypedResults.Content(page, "text/html; charset=utf-8", statusCode: status);
}
