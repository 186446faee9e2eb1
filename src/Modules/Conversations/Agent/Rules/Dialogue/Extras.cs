using EcommerceBot.Conversations.Agent.Rules.Language;
using EcommerceBot.Conversations.Agent.Rules.Understanding;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>What a shopper adds to an order in words: a note, a code, how to pay.</summary>
internal static class Extras
{
    private static readonly HashSet<IntentKind> Commands =
        [IntentKind.Cancel, IntentKind.Back, IntentKind.Help, IntentKind.Human, IntentKind.ShowCart, IntentKind.Checkout, IntentKind.No, IntentKind.CancelOrder];

    /// <summary>False where the words are about something else.</summary>
    public static async Task<bool> TryAsync(Talk talk, Heard heard, string text)
    {
        var (pending, lexicon) = (talk.Memory.Pending.Kind, Languages.Of(heard.Language));
        var isAnswer = !heard.Intents.Any(intent => !intent.Guessed && Commands.Contains(intent.Kind));
        if (Openings.After(text, lexicon.File.NoteOpenings) is { Length: > 0 } note)
            await Notes.KeepAsync(Spoken(talk, heard), note);
        else if (Openings.After(text, lexicon.File.CouponOpenings) is { } given && Coupons.IsCode(given, asked: false))
            await Coupons.KeepAsync(Spoken(talk, heard), given);
        else if (pending == QuestionKind.Note && isAnswer)
            await Notes.KeepAsync(talk, text);
        else if (pending == QuestionKind.Coupon && isAnswer && Coupons.IsCode(text, asked: true))
            await Coupons.KeepAsync(talk, text);
        else if (PaymentWays.Named(talk, lexicon, text) is { } method)
            await PaymentWays.ChooseAsync(talk, method);
        else
            return false;
        return true;
    }

    // The opening tells the language; the note itself may be in any.
    private static Talk Spoken(Talk talk, Heard heard)
    {
        talk.Memory = talk.Memory with { Language = heard.Language };
        return talk;
    }
}
