namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>The shopper's wish for those who pack the order; kept with the cart.</summary>
internal static class Notes
{
    private const int Longest = 500;

    public static async Task AskAsync(Talk talk)
    {
        if (await Carts.OpenAsync(talk) is null)
            return;
        talk.ForgetConfirmation();
        talk.Ask(new Question(QuestionKind.Note));
        talk.Say("ask_note");
    }

    /// <summary>A lone dash takes the note away.</summary>
    public static async Task KeepAsync(Talk talk, string text)
    {
        if (await Carts.OpenAsync(talk) is not { } cart)
            return;
        if (text.Length > Longest)
        {
            talk.Ask(new Question(QuestionKind.Note));
            talk.Say("note_too_long");
            return;
        }

        talk.ForgetConfirmation();
        var answer = await talk.Shop.NoteAsync(cart.CartId, text == "-" ? "" : text, talk.Stopping);
        if (answer.Value is not { } changed)
        {
            await CartRefusals.TellAsync(talk, answer.Refusal!, "");
            return;
        }

        talk.Memory = talk.Memory with { Pending = Question.None };
        CartTalk.Show(talk, changed, talk.Words("changed"));
    }
}
