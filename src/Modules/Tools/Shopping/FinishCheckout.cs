using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.Shopping;

internal sealed class FinishCheckout(IRequestClient<CompleteCheckout> completing, IRequestClient<GetCheckout> looking, TimeProvider time)
    : Tool<CompleteCheckoutInput, CheckoutResult>(Listing)
{
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(800);

    private static readonly ToolCard Listing = ToolCard.Writing<CompleteCheckoutInput, CheckoutResult>(
        "complete_checkout", "Complete the checkout", ToolScopes.WriteOrders,
        "Holds the stock and opens the payment page, or with cash_on_delivery places the order. Call it only after the shopper agreed to exactly the quote whose confirmation you pass. "
        + "Give the shopper the continue_url to pay; if it is not there yet, ask get_checkout in a moment. You cannot pay for them.") with
    { Idempotent = true };

    protected override async Task<ToolAnswer<CheckoutResult>> HandleAsync(CompleteCheckoutInput input, ToolCaller caller, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(input.CheckoutId, out var id))
            return Refusals.CheckoutNotFound();
        var question = new CompleteCheckout { CheckoutId = id, OwnerId = caller.OwnerId, Confirmation = input.Confirmation, PaymentMethod = input.PaymentMethod ?? "online", Key = caller.Key };
        var answer = await completing.GetResponse<CheckoutDetails, CheckoutRefused, CheckoutNotFound>(question, cancellationToken, caller.Patience.Rest);
        if (answer.Is(out Response<CheckoutDetails>? accepted))
            return (await SettleAsync(accepted.Message, caller, cancellationToken)).Result();
        return answer.Is(out Response<CheckoutRefused>? refused) ? Refusals.Of(refused.Message) : Refusals.CheckoutNotFound();
    }

    /// <summary>The saga needs a moment for stock and payment page; a caller would rather wait than ask twice.</summary>
    private async Task<CheckoutDetails> SettleAsync(CheckoutDetails checkout, ToolCaller caller, CancellationToken cancellationToken)
    {
        var pause = FirstPause;
        while (IsUnderWay(checkout) && pause < caller.Patience.Left)
        {
            await Task.Delay(pause, time, cancellationToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            checkout = await LookAsync(checkout, caller, cancellationToken);
        }
        return checkout;
    }

    /// <summary>The completion is accepted, so a look that fails must not turn it into a refusal: what was known stands.</summary>
    private async Task<CheckoutDetails> LookAsync(CheckoutDetails known, ToolCaller caller, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await looking.GetResponse<CheckoutDetails, CheckoutNotFound>(
                new GetCheckout { CheckoutId = known.CheckoutId, OwnerId = caller.OwnerId }, cancellationToken, caller.Patience.UpTo(LongestLook));
            return answer.Is(out Response<CheckoutDetails>? checkout) ? checkout.Message : known;
        }
        catch (RequestException) when (!cancellationToken.IsCancellationRequested)
        {
            return known;
        }
    }

    private static bool IsUnderWay(CheckoutDetails checkout) => checkout is { Status: "complete_in_progress", ContinueUrl: null };
}
