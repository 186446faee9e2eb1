using EcommerceBot.Conversations.Agent.Rules.Rendering;
using EcommerceBot.Conversations.Agent.Rules.Understanding;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>What to say where a search found nothing: the nearest wish that does find something, or how to try again.</summary>
internal static class Suggestions
{
    public static async Task OfferAsync(Talk talk, Intent intent, int pageSize)
    {
        var said = Clip.Line(intent.What, Limits.Echo);
        if (intent.Price != PriceRange.Any && await TryAsync(talk, intent.What, talk.Words("results_any_price", ("query", said)), pageSize))
            return;
        if (intent.Thing is { } thing
            && await TryAsync(
                talk, thing, talk.Words("results_wider", ("query", said), ("wider", Clip.Line(thing, Limits.Echo))), pageSize))
            return;

        talk.Send(Reply.Buttons(
            talk.Words("nothing_found", ("query", said)),
            talk.Option("browse", "button_browse"), talk.Option("help", "button_help"), talk.Option("human", "button_human")));
    }

    private static async Task<bool> TryAsync(Talk talk, string query, string words, int pageSize)
    {
        var answer = await talk.Shop.SearchAsync(query, PriceRange.Any, pageSize, 0, talk.Stopping);
        return answer.Value is { } found && Searching.Show(talk, found, words, new LastSearch(query, null, null, 0));
    }
}
