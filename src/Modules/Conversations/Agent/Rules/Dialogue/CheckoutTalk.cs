using EcommerceBot.Conversations.Agent.Rules.Rendering;
using EcommerceBot.Conversations.Outbound;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>Leads from the cart to the question whether exactly this is to be paid.</summary>
internal static class CheckoutTalk
{
    private const int ProofLength = 8;

    /// <summary>Asks for what is missing, else shows what would be charged.</summary>
    public static async Task StartAsync(Talk talk, string? note = null)
    {
        if (talk.Memory.Paying
            && talk.Memory.CartId == talk.Memory.PaidCartId
            && talk.Memory.CheckoutId is { } paying
            && await Paying.TellStateAsync(talk, paying))
            return;
        if (await Carts.OpenAsync(talk) is not { } cart)
            return;
        if (!BuyerQuestions.AskMissing(talk))
            await ReviewAsync(talk, cart.CartId, note);
    }

    /// <summary>The first characters of a confirmation: what a pay button carries to prove which review it belongs to.</summary>
    public static string Proof(string confirmation) => confirmation.Length <= ProofLength ? confirmation : confirmation[..ProofLength];

    /// <summary>The review was refused or has aged: say why and show a new one.</summary>
    public static Task AgainAsync(Talk talk, string note)
    {
        talk.ForgetConfirmation();
        return StartAsync(talk, talk.Words(note));
    }

    private static async Task ReviewAsync(Talk talk, string cartId, string? note, bool again = false)
    {
        talk.ForgetConfirmation();
        var answer = await talk.Shop.CreateCheckoutAsync(cartId, talk.Memory.BuyerName!, talk.Memory.BuyerAddress!, talk.Memory.Coupons, talk.Stopping);
        if (answer is { Code: "price_changed", Refusal.News: { } news } && !again)
        {
            // The cart has the new prices now; what they were is said with the bill that asks for them.
            var told = CartNewsTalk.Sentences(talk, news).Prepend(talk.Words("price_changed"));
            await ReviewAsync(talk, cartId, string.Join('\n', note is null ? told : told.Prepend(note)), again: true);
            return;
        }

        if (answer.Value is not { } checkout)
        {
            Refused(talk, answer.Refusal!);
            return;
        }

        talk.Memory = talk.Memory with { CheckoutId = checkout.CheckoutId, Confirmation = checkout.Confirmation, Paying = false };
        talk.ReviewUnread = true;
        talk.Ask(checkout.PaymentMethods.Count > 1 ? PaymentWays.Asked : new Question(QuestionKind.Payment));
        Show(talk, checkout, note);
    }

    private static void Show(Talk talk, CheckoutResult checkout, string? note)
    {
        var language = talk.Lexicon.File;
        var lines = checkout.LineItems.Select(line => Lines.Line(line, language))
            .Prepend(talk.Words("review"))
            .Concat(Lines.Totals(checkout.Totals, checkout.Total, language))
            .Concat(Coupons.Told(talk, checkout).ToList())
            .Concat(CartTalk.Note(talk, checkout.Note));
        var paragraphs = Paragraphs.Of(note is null ? lines : lines.Prepend(note), Limits.PlainText).ToList();
        var question = string.Join(
            "\n\n",
            talk.Words(
                "review_to",
                ("name", checkout.Buyer?.Name ?? talk.Memory.BuyerName!),
                ("address", checkout.Buyer?.Address ?? talk.Memory.BuyerAddress!)),
            talk.Words(checkout.PaymentMethods.Count > 1 ? "review_ways" : "review_question", ("total", Money.Write(checkout.Total.Amount, checkout.Total.Currency, language))));

        // One message where it fits; a long bill comes first and whole.
        var whole = paragraphs[^1] + "\n\n" + question;
        var fits = paragraphs.Count == 1 && whole.Length <= Limits.InteractiveText;
        foreach (var paragraph in fits ? [] : paragraphs)
            talk.Send(Reply.Text(paragraph));
        var asked = fits ? whole : question;
        talk.Send(checkout.PaymentMethods.Count > 1
            ? Reply.List(asked, talk.Words("label_pay"), PaymentWays.Rows(talk, checkout, Proof(checkout.Confirmation)).Concat(Buttons(talk, checkout).Skip(1)))
            : Reply.Buttons(asked, Buttons(talk, checkout)));
    }

    private static IEnumerable<MessageOption> Buttons(Talk talk, CheckoutResult checkout) =>
    [
        talk.Option($"pay:{checkout.CheckoutId}:{Proof(checkout.Confirmation)}", "button_pay"),
        talk.Option("change", "button_change"),
        talk.Option($"stop:{checkout.CheckoutId}", "button_cancel"),
    ];

    private static void Refused(Talk talk, ToolRefusal refusal)
    {
        if (refusal.Code != "missing_buyer")
        {
            Refusals.Tell(talk, refusal);
            return;
        }

        talk.Memory = talk.Memory with { BuyerName = null, BuyerAddress = null };
        BuyerQuestions.AskMissing(talk);
    }
}
