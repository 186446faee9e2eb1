using System.ComponentModel;
using EcommerceBot.Host.Admin;
using EcommerceBot.Host.Errors.Broker;
using EcommerceBot.Outbox.Failures;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EcommerceBot.Host.Errors;

/// <summary>The failed messages desk over HTTP, for those who hold the admin key.</summary>
internal static class ErrorsApi
{
    private const int MostPerPage = 500;

    public static void MapErrors(this IEndpointRouteBuilder app)
    {
        var errors = app.MapGroup("/api/errors").RequireAdmin().WithTags("Failed messages").AddEndpointFilter(UnreachableAsync);
        errors.MapGet("", ListAsync).WithSummary("Failed messages, the latest first").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        errors.MapGet("{id}", ShowAsync).WithSummary("One failed message with stack trace and body");
        errors.MapPost("replay", (DeskOrder order, DeadLetterDesk desk, TimeProvider time, HttpContext context, CancellationToken cancellationToken) =>
            DecideAsync(DeskVerb.Replay, order, desk, time, context, cancellationToken)).WithSummary("Send failed messages back to their queues");
        errors.MapPost("discard", (DeskOrder order, DeadLetterDesk desk, TimeProvider time, HttpContext context, CancellationToken cancellationToken) =>
            DecideAsync(DeskVerb.Discard, order, desk, time, context, cancellationToken)).WithSummary("Remove failed messages for good");
    }

    private static async Task<Results<Ok<FailedMessagePage>, ValidationProblem>> ListAsync(
        DeadLetterDesk desk, TimeProvider time, CancellationToken cancellationToken, string[]? id = null, string? queue = null, string? type = null, string? exception = null,
        [Description("An age such as 90s, 30m, 2h or 7d.")] string? olderThan = null, string? newerThan = null,
        [Description("1 to 500.")] string? limit = null, [Description("`next` of the page before.")] string? after = null)
    {
        var faults = new Dictionary<string, string[]>();
        var filter = new DeskQuestion { Ids = id ?? [], Queue = queue, Type = type, Exception = exception, OlderThan = olderThan, NewerThan = newerThan }
            .Read(time.GetUtcNow(), faults);
        if (!int.TryParse(limit ?? "50", out var size) || size is < 1 or > MostPerPage)
            faults["limit"] = [$"Give a number from 1 to {MostPerPage}."];
        if (after is not null && !DeadLetterPage.IsStart(after))
            faults["after"] = ["It is no page of this list: take `next` from the answer before, as it was."];
        if (faults.Count > 0)
            return TypedResults.ValidationProblem(faults);
        return TypedResults.Ok(FailedMessagePage.Of(await desk.ListAsync(filter, size, after, cancellationToken)));
    }

    private static async Task<Results<Ok<FailedMessageDetails>, ProblemHttpResult>> ShowAsync(string id, DeadLetterDesk desk, CancellationToken cancellationToken) =>
        await desk.FindAsync(id, cancellationToken) is [var letter, ..]
            ? TypedResults.Ok(FailedMessageDetails.Of(letter))
            : TypedResults.Problem("There is no failed message with this id or message id. It may have been replayed or discarded meanwhile.", statusCode: StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<DeskOutcome>, ValidationProblem>> DecideAsync(
        DeskVerb verb, DeskOrder order, DeadLetterDesk desk, TimeProvider time, HttpContext context, CancellationToken cancellationToken)
    {
        var faults = new Dictionary<string, string[]>();
        var filter = order.Question.ReadForDecision(order.All, time.GetUtcNow(), faults);
        if (faults.Count > 0)
            return TypedResults.ValidationProblem(faults);
        if (order.DryRun)
            return TypedResults.Ok(new DeskOutcome(verb, DryRun: true, await desk.CountAsync(filter, cancellationToken), []));
        var report = await desk.SettleAsync(verb, filter, $"api:{context.User.Identity?.Name}", progress: null, cancellationToken);
        return TypedResults.Ok(new DeskOutcome(verb, DryRun: false, report.Settled, report.Refused));
    }

    private static async ValueTask<object?> UnreachableAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception exception) when (BrokerAddress.IsAway(exception))
        {
            return TypedResults.Problem(exception.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
