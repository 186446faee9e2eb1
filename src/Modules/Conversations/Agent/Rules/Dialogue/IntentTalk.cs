using EcommerceBot.Conversations.Agent.Rules.Rendering;
using EcommerceBot.Conversations.Agent.Rules.Understanding;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>Answers one intent.</summary>
internal static class IntentTalk
{
    public static Task AnswerAsync(Talk talk, Intent intent) => intent.Kind switch
    {
        IntentKind.Search => Searching.SearchAsync(talk, intent),
        IntentKind.Browse => Searching.BrowseAsync(talk, intent.Price),
        IntentKind.More => MoreAsync(talk),
        IntentKind.Details => ProductTalk.AnswerAsync(talk, intent),
        IntentKind.ChooseVariant => Choosing.AnswerAsync(talk, intent),
        IntentKind.Add => Adding.AnswerAsync(talk, intent),
        IntentKind.OneMore => Adding.OneMoreAsync(talk, intent),
        IntentKind.ShowCart => CartTalk.ShowAsync(talk),
        IntentKind.Remove => CartChanges.RemoveAsync(talk, intent),
        IntentKind.SetQuantity => CartChanges.SetAsync(talk, intent),
        IntentKind.EmptyCart => CartChanges.AskEmptyAsync(talk),
        IntentKind.Checkout => CheckoutTalk.StartAsync(talk),
        IntentKind.PaymentLink => PaymentLink.AnswerAsync(talk),
        IntentKind.ChangeName => ChangeTalk.NameAsync(talk),
        IntentKind.ChangeAddress => ChangeTalk.AddressAsync(talk),
        IntentKind.OrderStatus => Orders.AnswerAsync(talk, intent.OrderNumber),
        IntentKind.CancelOrder => Cancelling.CancelOrderAsync(talk, intent.OrderNumber),
        IntentKind.Cancel => Cancelling.AnswerAsync(talk),
        IntentKind.Back => ChangeTalk.BackAsync(talk),
        IntentKind.Yes => YesNo.YesAsync(talk),
        IntentKind.No => YesNo.NoAsync(talk),
        IntentKind.Unclear => UnclearAsync(talk, intent),
        IntentKind.ServiceTopic when intent.Topic == "change_order"
            && intent.OrderNumber is null
            && talk.Memory.CartId is not null => CartTalk.EditAsync(talk),
        _ => Said(() => Courtesy(talk, intent)),
    };

    private static Task MoreAsync(Talk talk) =>
        talk.Memory.Pending is { Kind: QuestionKind.Variant, Subject: { } productId }
            ? ActionTalk.VariantsAsync(talk, productId, Limits.Rows - 1)
            : Searching.MoreAsync(talk);

    // "42" may be a size of what was just shown, "2" a place in the list.
    private static async Task UnclearAsync(Talk talk, Intent intent)
    {
        if (talk.Memory.Pending.Kind == QuestionKind.Variant && await Choosing.TryWordsAsync(talk, intent.What))
            return;
        if (References.AtPlace(talk.Memory, intent.What, talk.Lexicon) is { } placed)
            await ProductTalk.ShowAsync(talk, placed.Id);
        else if (!await Choosing.TryWordsAsync(talk, intent.What))
            SmallTalk.Unclear(talk);
    }

    private static void Courtesy(Talk talk, Intent intent)
    {
        switch (intent.Kind)
        {
            case IntentKind.Greeting:
                SmallTalk.Greet(talk);
                break;
            case IntentKind.Help:
                SmallTalk.Help(talk);
                break;
            case IntentKind.Thanks:
                talk.Say("thanks");
                break;
            case IntentKind.Goodbye:
                talk.Say("goodbye");
                break;
            case IntentKind.Human:
                SmallTalk.HandOver(talk);
                break;
            case IntentKind.ServiceTopic:
                SmallTalk.Topic(talk, intent.Topic!);
                break;
            default:
                SmallTalk.OffTopic(talk);
                break;
        }
    }

    private static Task Said(Action say)
    {
        say();
        return Task.CompletedTask;
    }
}
