using EcommerceBot.Conversations.Agent.Rules.Rendering;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>Codes the shopper gives. The shop judges them with each review and says why one does not count.</summary>
internal static class Coupons
{
    private const int Most = 10;
    private const int Longest = 40;

    // More may still make these good.
    private static readonly string[] WorthAsking = ["minimum_not_met", "not_applicable"];

    public static async Task AskAsync(Talk talk)
    {
        if (await Carts.OpenAsync(talk) is null)
            return;
        talk.Ask(new Question(QuestionKind.Coupon));
        talk.Say("ask_coupon");
    }

    /// <param name="asked">A code was asked for: then it need not look like one.</param>
    public static bool IsCode(string text, bool asked) =>
        text.Length is >= 2 and <= Longest
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
        && (asked || text.Any(char.IsDigit) || text.All(letter => !char.IsAsciiLetterLower(letter)));

    public static async Task KeepAsync(Talk talk, string given)
    {
        var code = given.ToUpperInvariant();
        talk.ForgetConfirmation();
        var codes = talk.Memory.Coupons.Contains(code) ? talk.Memory.Coupons : [.. talk.Memory.Coupons.TakeLast(Most - 1), code];
        talk.Memory = talk.Memory with { Coupons = codes, Pending = talk.Memory.Pending.TakesWords ? talk.Memory.Pending : Question.None };
        if (talk.Memory is { CartId: not null, BuyerName: not null, BuyerAddress: not null, Paying: false })
            await CheckoutTalk.StartAsync(talk);
        else
            talk.Say("coupon_kept", ("code", code));
    }

    /// <summary>What each code took off or why it did not; a code that can no longer count is not asked for again.</summary>
    public static IEnumerable<string> Told(Talk talk, CheckoutResult checkout)
    {
        var kept = checkout.Coupons.Where(coupon => coupon.Refusal is null || WorthAsking.Contains(coupon.Refusal)).Select(coupon => coupon.Code);
        talk.Memory = talk.Memory with { Coupons = [.. kept] };
        return checkout.Coupons.Select(coupon => coupon.Refusal is { } refusal
            ? talk.Words(talk.Knows("coupon_" + refusal) ? "coupon_" + refusal : "coupon_refused", ("code", Clip.Line(coupon.Code, Limits.Echo)))
            : $"{coupon.Code}: {Money.Write(-coupon.Amount.Amount, coupon.Amount.Currency, talk.Lexicon.File)}");
    }
}
