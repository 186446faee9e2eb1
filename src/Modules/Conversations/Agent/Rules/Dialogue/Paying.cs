using EcommerceBot.Conversations.Agent.Rules.Rendering;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>What follows the shopper's yes. Nothing else in the rules completes a checkout.</summary>
internal static class Paying
{
    /// <summary>"Yes" in words: counts only for the review that the shopper has read.</summary>
    public static async Task AcceptAsync(Talk talk, string method = PaymentWays.Online)
    {
        if (talk.ReviewUnread || talk.Memory.CheckoutId is not { } checkoutId || talk.Memory.Confirmation is not { } confirmation)
        {
            await CheckoutTalk.StartAsync(talk);
            return;
        }

        var answer = await talk.Shop.CompleteAsync(checkoutId, confirmation, method, talk.Stopping);
        if (answer.Value is { } checkout)
            await AcceptedAsync(talk, checkout, method);
        else
            await RefusedAsync(talk, answer.Refusal!, checkoutId, confirmation);
    }

    /// <summary>The pay button of a review: counts only where that review is the last one shown.</summary>
    public static async Task AcceptAsync(Talk talk, string checkoutId, string proof, string method)
    {
        var memory = talk.Memory;
        if (memory.CheckoutId == checkoutId && memory.Confirmation is { } confirmation && CheckoutTalk.Proof(confirmation) == proof)
            await AcceptAsync(talk, method);
        else if (!await TellStateAsync(talk, checkoutId))
            await CheckoutTalk.StartAsync(talk, talk.Words("review_outdated"));
    }

    /// <summary>Says where a checkout stands once it was agreed to; false where it was not, and then nothing is said.</summary>
    public static async Task<bool> TellStateAsync(Talk talk, string checkoutId)
    {
        var answer = await talk.Shop.CheckoutAsync(checkoutId, talk.Stopping);
        if (answer.Value is not { } checkout)
            return false;

        switch (checkout.Status)
        {
            case "requires_escalation" when checkout.ContinueUrl is { Length: > 0 } url:
                PaymentWays.SendPage(talk, checkout.Total.Amount, checkout.Total.Currency, checkout.PaymentMethod, url);
                return true;
            case "requires_escalation" or "complete_in_progress":
                talk.Say(PaymentWays.Preparing(checkout.PaymentMethod ?? PaymentWays.Online));
                return true;
            case "completed" when checkout.OrderNumber is { } number:
                talk.Send(
                    Reply.Buttons(
                        talk.Words(checkout.PaymentMethod == PaymentWays.Cash ? "already_placed_cash" : "already_placed", ("number", number)),
                        talk.Option($"order:{number}", "button_order"),
                        talk.Option("browse", "button_browse")));
                return true;
            default:
                return false;
        }
    }

    private static async Task AcceptedAsync(Talk talk, CheckoutResult checkout, string method)
    {
        talk.Memory = talk.Memory with { Paying = true, PaidCartId = checkout.CartId, Confirmation = null, Pending = Question.None };
        if (method == PaymentWays.Cash || checkout.Status != "completed" || !await TellStateAsync(talk, checkout.CheckoutId))
            talk.Say(PaymentWays.Preparing(method));
    }

    private static async Task RefusedAsync(Talk talk, ToolRefusal refusal, string checkoutId, string confirmation)
    {
        switch (refusal.Code)
        {
            case "unavailable":
                talk.Ask(talk.Memory.Pending);
                talk.Send(Reply.Buttons(
                    talk.Words("payment_unavailable"),
                    talk.Option($"pay:{checkoutId}:{CheckoutTalk.Proof(confirmation)}", "button_try_again"),
                    talk.Option($"stop:{checkoutId}", "button_cancel")));
                break;
            case "payment_method_unavailable":
                await CheckoutTalk.AgainAsync(talk, "payment_method_unavailable");
                break;
            case "price_changed":
                await CheckoutTalk.AgainAsync(talk, "price_changed");
                break;
            case "confirmation_mismatch" or "expired" or "canceled" or "not_found" or "coupon_unavailable":
                await CheckoutTalk.AgainAsync(talk, "review_outdated");
                break;
            case "already_paid":
                talk.ForgetConfirmation();
                if (!await TellStateAsync(talk, checkoutId))
                    Refusals.Tell(talk, refusal);
                break;
            case "key_reused":
                talk.ForgetConfirmation();
                talk.Say("cart_unsure");
                await CartTalk.ShowAsync(talk);
                break;
            case "out_of_stock":
                talk.ForgetConfirmation();
                talk.Send(
                    Reply.Buttons(talk.Words("checkout_short"), talk.Option("edit", "button_edit"), talk.Option("cart", "button_cart")));
                break;
            default:
                talk.ForgetConfirmation();
                Refusals.Tell(talk, refusal);
                break;
        }
    }
}
