namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>Gives the payment page again.</summary>
internal static class PaymentLink
{
    public static async Task AnswerAsync(Talk talk)
    {
        if (!talk.Memory.Paying || talk.Memory.CheckoutId is not { } checkoutId || !await Paying.TellStateAsync(talk, checkoutId))
            await CheckoutTalk.StartAsync(talk);
    }
}
