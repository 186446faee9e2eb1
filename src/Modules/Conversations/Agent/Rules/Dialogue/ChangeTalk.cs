using EcommerceBot.Conversations.Agent.Rules.Rendering;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>Changes what was answered during a checkout, or goes a step back.</summary>
internal static class ChangeTalk
{
    /// <summary>What can be changed.</summary>
    public static void Offer(Talk talk)
    {
        talk.ForgetConfirmation();
        talk.Send(
            Reply.List(
                talk.Words("change_what"),
                talk.Words("label_choose"),
                [
                    talk.Option("change:name", "button_name"), talk.Option("change:address", "button_address"), talk.Option("edit", "button_edit"),
                    talk.Option("change:note", "button_note"), talk.Option("change:coupon", "button_coupon"),
                ]));
    }

    public static async Task NameAsync(Talk talk)
    {
        if (IsCheckingOut(talk))
            await AskAgainAsync(talk, name: true);
        else
            SmallTalk.Topic(talk, "address");
    }

    public static async Task AddressAsync(Talk talk)
    {
        if (IsCheckingOut(talk))
            await AskAgainAsync(talk, name: false);
        else
            SmallTalk.Topic(talk, "address");
    }

    /// <summary>A button asks for it plainly, whenever it is pressed.</summary>
    public static async Task AskAgainAsync(Talk talk, bool name)
    {
        if (await Carts.OpenAsync(talk) is null)
            return;
        talk.ForgetConfirmation();
        if (name)
            BuyerQuestions.AskName(talk);
        else
            BuyerQuestions.AskAddress(talk);
    }

    public static async Task BackAsync(Talk talk)
    {
        switch (talk.Memory.Pending.Kind)
        {
            case QuestionKind.Address:
                BuyerQuestions.AskName(talk);
                break;
            case QuestionKind.Payment or QuestionKind.Review:
                talk.ForgetConfirmation();
                BuyerQuestions.AskAddress(talk);
                break;
            case QuestionKind.Variant when talk.Memory.Search is { } search:
                await Searching.SearchAsync(
                    talk,
                    new Understanding.Intent(Understanding.IntentKind.Search) { What = search.Query, Price = new(search.Min, search.Max) });
                break;
            default:
                talk.Memory = talk.Memory with { Pending = Question.None };
                await CartTalk.ShowAsync(talk);
                break;
        }
    }

    private static bool IsCheckingOut(Talk talk) =>
        !talk.Memory.Paying && (talk.Memory.Pending.TakesWords || talk.Memory.CheckoutId is not null);
}
