using EcommerceBot.Conversations.Agent.Rules.Rendering;
using EcommerceBot.Conversations.Agent.Rules.Understanding;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>Asks whose name and which address go on the parcel, and takes the answers.</summary>
internal static class BuyerQuestions
{
    private const int LongestName = 100;
    private const int LongestAddress = 500;
    private const int ShortestAddress = 8;
    private const int MostNameWords = 5;

    // Said while an answer is awaited, these are what they always are; anything else is the answer.
    private static readonly HashSet<IntentKind> Commands =
    [
        IntentKind.Cancel, IntentKind.Back, IntentKind.Help, IntentKind.Human, IntentKind.CancelOrder, IntentKind.OrderStatus,
        IntentKind.Search, IntentKind.Browse, IntentKind.Add, IntentKind.ShowCart, IntentKind.Remove, IntentKind.SetQuantity,
        IntentKind.EmptyCart, IntentKind.Checkout, IntentKind.ChangeName, IntentKind.ChangeAddress,
    ];

    // An address may hold words of a command ("5 Parcel Way"), so fewer of them count against one.
    private static readonly HashSet<IntentKind> CommandsInAnAddress =
    [
        IntentKind.Cancel, IntentKind.Human, IntentKind.CancelOrder, IntentKind.OrderStatus, IntentKind.Search, IntentKind.Remove,
        IntentKind.SetQuantity,
    ];

    private static readonly HashSet<IntentKind> Courtesies = [IntentKind.Yes, IntentKind.No, IntentKind.Greeting, IntentKind.Thanks];

    /// <summary>Asks for what is still missing; false where nothing is.</summary>
    public static bool AskMissing(Talk talk)
    {
        if (talk.Memory.BuyerName is null)
            AskName(talk);
        else if (talk.Memory.BuyerAddress is null)
            AskAddress(talk);
        else
            return false;
        return true;
    }

    public static void AskName(Talk talk)
    {
        talk.Ask(new Question(QuestionKind.Name));
        if (ChannelName(talk) is { } name)
            talk.Send(Reply.Buttons(talk.Words("ask_name"), new Outbound.MessageOption("name:channel", name)));
        else
            talk.Say("ask_name");
    }

    public static void AskAddress(Talk talk)
    {
        talk.Ask(new Question(QuestionKind.Address));
        talk.Say("ask_address", ("name", talk.Memory.BuyerName ?? ""));
    }

    /// <summary>Asks the open question once more, after something else was answered in between.</summary>
    public static void Remind(Talk talk)
    {
        talk.Say("back_to_checkout");
        if (talk.Memory.Pending.Kind == QuestionKind.Name)
            AskName(talk);
        else
            AskAddress(talk);
    }

    /// <summary>True where the text is the answer to the open question and not a command.</summary>
    public static bool Takes(Talk talk, Heard heard, string text)
    {
        var sure = heard.Intents.Where(intent => !intent.Guessed && intent.Kind != IntentKind.Unclear).ToList();
        if (sure.Count == 0)
            return true;
        if (talk.Memory.Pending.Kind == QuestionKind.Address && LooksLikeAddress(text))
            return !sure.Exists(intent => CommandsInAnAddress.Contains(intent.Kind));
        if (sure.Exists(intent => Commands.Contains(intent.Kind)))
            return false;
        return talk.Memory.Pending.Kind == QuestionKind.Name
            && LooksLikeName(text)
            && !sure.Exists(intent => Courtesies.Contains(intent.Kind));
    }

    public static async Task AnswerAsync(Talk talk, string text)
    {
        var language = talk.Lexicon.File;
        if (talk.Memory.Pending.Kind == QuestionKind.Name)
        {
            var name = Clip.Line(Answer(text, language.NameOpenings), LongestName + 1);
            if (name.Length is < 2 or > LongestName || !name.Any(char.IsLetter) || name.Contains("://", StringComparison.Ordinal))
            {
                talk.Say("name_unclear");
                AskName(talk);
                return;
            }

            await TakeNameAsync(talk, name);
            return;
        }

        var address = Answer(text, language.AddressOpenings);
        if (address.Length is < ShortestAddress or > LongestAddress
            || !address.Any(char.IsLetter)
            || !address.Contains(' ', StringComparison.Ordinal)
            || address.Contains("://", StringComparison.Ordinal))
        {
            talk.Ask(talk.Memory.Pending);
            talk.Say("address_unclear");
            return;
        }

        talk.Memory = talk.Memory with { BuyerAddress = address, Pending = Question.None };
        await CheckoutTalk.StartAsync(talk);
    }

    /// <summary>The name the channel gives, where the shopper agreed to it.</summary>
    public static async Task TakeChannelNameAsync(Talk talk)
    {
        if (talk.Memory.Pending.Kind == QuestionKind.Name && ChannelName(talk) is { } name)
            await TakeNameAsync(talk, name);
        else
            SmallTalk.Unclear(talk);
    }

    private static async Task TakeNameAsync(Talk talk, string name)
    {
        talk.ForgetConfirmation();
        talk.Memory = talk.Memory with { BuyerName = name, Pending = Question.None };
        await CheckoutTalk.StartAsync(talk);
    }

    private static string? ChannelName(Talk talk) =>
        talk.Turn.CustomerName is { } given
            && Clip.Line(given, LongestName) is { Length: >= 2 } name
            && name.Any(char.IsLetter) ? name : null;

    private static bool LooksLikeAddress(string text) =>
        text.Length >= ShortestAddress
            && text.Any(char.IsDigit)
            && !text.Contains('?', StringComparison.Ordinal)
            && text.Split(' ').Count(word => word.Any(char.IsLetter)) >= 2;

    private static bool LooksLikeName(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: <= MostNameWords } words
            && words.All(word => char.IsUpper(word[0]));

    private static string Answer(string text, IEnumerable<string> openings) => (Openings.After(text, openings) ?? text).Trim(':', ',', ' ');
}
