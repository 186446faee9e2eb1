using EcommerceBot.Conversations.Agent.Rules.Rendering;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>Says what about a cart is not as it was shown, so that no price or shortage first shows in the bill.</summary>
internal static class CartNewsTalk
{
    public static IEnumerable<string> Sentences(Talk talk, IEnumerable<CartNews>? news) =>
        (news ?? []).Where(one => talk.Knows("news_" + one.Kind)).Select(one => talk.Words(
            "news_" + one.Kind,
            ("title", Clip.Line(one.Title, Limits.Echo)),
            ("old", Amount(talk, one.OldPrice)),
            ("new", Amount(talk, one.NewPrice)),
            ("n", $"{one.Pieces ?? 0}")));

    private static string Amount(Talk talk, Price? price) => price is null ? "" : Money.Write(price.Amount, price.Currency, talk.Lexicon.File);
}
