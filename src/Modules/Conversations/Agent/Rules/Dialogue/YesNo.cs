using EcommerceBot.Conversations.Agent.Rules.Rendering;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>What "yes" and "no" mean: an answer to the question asked last, and nothing without one.</summary>
internal static class YesNo
{
    public static async Task YesAsync(Talk talk)
    {
        var pending = talk.Memory.Pending;
        switch (pending.Kind)
        {
            case QuestionKind.Payment:
                await Paying.AcceptAsync(talk);
                break;
            case QuestionKind.Review or QuestionKind.Checkout:
                await CheckoutTalk.StartAsync(talk);
                break;
            case QuestionKind.Name:
                await BuyerQuestions.TakeChannelNameAsync(talk);
                break;
            case QuestionKind.AddSku:
                await Adding.AddAsync(talk, pending.Subject!, pending.Quantity);
                break;
            case QuestionKind.EmptyCart:
                await CartChanges.EmptyAsync(talk, pending.Subject!, pending.Quantity);
                break;
            case QuestionKind.CancelCheckout:
                await Cancelling.CancelAsync(talk, pending.Subject!);
                break;
            default:
                if (!talk.Memory.Paying || talk.Memory.CheckoutId is not { } paying || !await Paying.TellStateAsync(talk, paying))
                    Cancelling.All(talk, "nothing_to_confirm");
                break;
        }
    }

    /// <summary>A button that says only "yes": too little for a payment, which has a button of its own.</summary>
    public static Task YesButtonAsync(Talk talk) =>
        talk.Memory.Pending.Kind == QuestionKind.Payment ? CheckoutTalk.StartAsync(talk) : YesAsync(talk);

    public static Task NoAsync(Talk talk)
    {
        if (talk.Memory.Pending.Kind is QuestionKind.Payment or QuestionKind.Review && talk.Memory.CheckoutId is { } checkoutId)
        {
            talk.ForgetConfirmation();
            talk.Send(
                Reply.Buttons(
                    talk.Words("not_paid"),
                    talk.Option("change", "button_change"),
                    talk.Option($"stop:{checkoutId}", "button_cancel"),
                    talk.Option("checkout", "button_checkout")));
        }
        else if (!talk.Memory.Pending.TakesWords)
        {
            Cancelling.All(talk, "all_right");
        }

        return Task.CompletedTask;
    }
}
