using EcommerceBot.Conversations.Agent.Rules.Rendering;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>Ends what is under way: an open question, a review, a checkout that waits for its payment.</summary>
internal static class Cancelling
{
    /// <summary>"Cancel", "stop", "never mind".</summary>
    public static async Task AnswerAsync(Talk talk)
    {
        var memory = talk.Memory;
        if (memory.Pending.Kind is QuestionKind.Payment or QuestionKind.Review && memory.CheckoutId is { } reviewed)
            await CancelAsync(talk, reviewed);
        else if (memory.Pending.TakesWords)
            Drop(talk);
        else if (memory.Paying && memory.CheckoutId is { } paying && memory.Pending.Kind == QuestionKind.Nothing)
            AskCancel(talk, paying);
        else
            All(talk, memory.Pending.Kind == QuestionKind.Nothing ? "nothing_to_cancel" : "all_right");
    }

    /// <summary>"Cancel my order": the one that waits for its payment; a placed one is for people.</summary>
    public static async Task CancelOrderAsync(Talk talk, string? orderNumber)
    {
        if (orderNumber is not null)
            await PlacedAsync(talk, orderNumber);
        else if (talk.Memory.CheckoutId is { } checkoutId
            && (talk.Memory.Paying || talk.Memory.Pending.Kind is QuestionKind.Payment or QuestionKind.Review))
            await CancelAsync(talk, checkoutId);
        else if (talk.Memory.Pending.TakesWords)
            Drop(talk);
        else
            SmallTalk.Topic(talk, "cancel_order");
    }

    /// <summary>The cancel button of one checkout; another one is not touched by it.</summary>
    public static async Task CancelAsync(Talk talk, string checkoutId)
    {
        if (talk.Memory.CheckoutId != checkoutId)
        {
            if (talk.Memory.EndedCheckoutId == checkoutId || !await Paying.TellStateAsync(talk, checkoutId))
                All(talk, "nothing_to_cancel");
            return;
        }

        var answer = await talk.Shop.CancelAsync(checkoutId, talk.Stopping);
        if (answer.Code == "unavailable")
        {
            talk.Send(
                Reply.Buttons(
                    talk.Words("cancel_unavailable"),
                    talk.Option($"stop:{checkoutId}", "button_try_again"),
                    talk.Option("human", "button_human")));
            return;
        }

        talk.ForgetConfirmation();
        if (answer.Code == "already_paid")
        {
            SmallTalk.Topic(talk, "cancel_order");
            return;
        }

        talk.Memory = talk.Memory with { CheckoutId = null, Paying = false, EndedCheckoutId = checkoutId, Pending = Question.None };
        talk.Send(Reply.Buttons(talk.Words("cancelled"), talk.Option("cart", "button_cart"), talk.Option("browse", "button_keep_looking")));
    }

    /// <summary>Leaves the questions of a checkout; what was answered is kept.</summary>
    public static void Drop(Talk talk)
    {
        talk.Memory = talk.Memory with { Pending = Question.None };
        talk.Send(
            Reply.Buttons(
                talk.Words("checkout_left"),
                talk.Option("cart", "button_cart"),
                talk.Option("checkout", "button_checkout"),
                talk.Option("browse", "button_keep_looking")));
    }

    /// <summary>A plain answer after which nothing is asked any more.</summary>
    public static void All(Talk talk, string key)
    {
        talk.Memory = talk.Memory with { Pending = Question.None };
        talk.Send(
            Reply.Buttons(
                talk.Words(key),
                talk.Option("browse", "button_browse"),
                talk.Option("cart", "button_cart"),
                talk.Option("help", "button_help")));
    }

    private static void AskCancel(Talk talk, string checkoutId)
    {
        talk.Ask(new Question(QuestionKind.CancelCheckout, checkoutId));
        talk.Send(
            Reply.Buttons(
                talk.Words("cancel_sure"),
                talk.Option($"stop:{checkoutId}", "button_cancel_yes"),
                talk.Option("paylink", "button_pay_now")));
    }

    private static async Task PlacedAsync(Talk talk, string orderNumber)
    {
        var answer = await talk.Shop.OrderAsync(orderNumber, talk.Stopping);
        if (answer.Value is null)
            Orders.NotFound(talk, orderNumber, answer.Refusal!);
        else
            SmallTalk.Topic(talk, "cancel_order");
    }
}
