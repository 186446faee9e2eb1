using EcommerceBot.Conversations.Agent.Rules.Rendering;
using EcommerceBot.Conversations.Agent.Rules.Understanding;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>Answers words.</summary>
internal static class TextTalk
{
    public static async Task AnswerAsync(Talk talk, string text)
    {
        var clean = Folding.Clean(text);
        if (clean.Length == 0)
        {
            SmallTalk.Unclear(talk);
            return;
        }

        var heard = Interpreter.Hear(clean, talk.Memory.Language, Money.Exponent(talk.Turn.Currency));
        if (await Extras.TryAsync(talk, heard, clean))
            return;
        if (talk.Memory.Pending.TakesWords && BuyerQuestions.Takes(talk, heard, clean))
        {
            await BuyerQuestions.AnswerAsync(talk, clean);
            return;
        }

        talk.Memory = talk.Memory with { Language = heard.Language };
        if (talk.Memory.Pending.Kind == QuestionKind.OrderNumber && OrderNumberIn(talk, heard, clean) is { } number)
        {
            await Orders.ShowAsync(talk, number);
            return;
        }

        foreach (var intent in heard.Intents)
        {
            if (!talk.HandOff)
                await IntentTalk.AnswerAsync(talk, intent);
        }
    }

    private static string? OrderNumberIn(Talk talk, Heard heard, string text) =>
        heard.Intents.All(intent => intent.Guessed || intent.Kind == IntentKind.Unclear)
            && talk.Lexicon.Read(text).FirstOrDefault(OrderNumbers.LooksLikeOne) is { } token
            ? OrderNumbers.Plain(token.Written)
            : null;
}
