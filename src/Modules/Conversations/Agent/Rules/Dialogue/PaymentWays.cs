using EcommerceBot.Conversations.Agent.Rules.Rendering;
using EcommerceBot.Conversations.Agent.Rules.Understanding;
using EcommerceBot.Conversations.Outbound;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>How the shopper pays, where the shop takes more than its payment page.</summary>
internal static class PaymentWays
{
    public const string Online = "online";
    public const string Cash = "cash_on_delivery";
    public const string Transfer = "bank_transfer";

    /// <summary>Pay exactly this, and how? Naming a way is the yes.</summary>
    public static readonly Question Asked = new(QuestionKind.Payment, "ways");

    /// <summary>A row for each way to say yes to a review.</summary>
    public static IEnumerable<MessageOption> Rows(Talk talk, CheckoutResult checkout, string proof) =>
        checkout.PaymentMethods.Where(method => Verb(method) is not null)
            .Select(method => talk.Option($"{Verb(method)}:{checkout.CheckoutId}:{proof}", "button_" + method));

    /// <summary>The method that a button's verb stands for.</summary>
    public static string Of(string verb) => verb switch
    {
        "cash" => Cash,
        "transfer" => Transfer,
        _ => Online,
    };

    /// <summary>The way that the words name, while it is open how to pay; else null.</summary>
    public static string? Named(Talk talk, Lexicon lexicon, string text)
    {
        // A question about a way to pay chooses none.
        var isOpen = talk.Memory.Pending == Asked || talk.Memory is { Paying: true, CheckoutId: not null };
        if (!isOpen || text.Contains('?', StringComparison.Ordinal))
            return null;
        var tokens = lexicon.Read(text);
        return lexicon.PaymentWays.FirstOrDefault(way => PatternMatch.Whole(way.Pattern, tokens, lexicon) is not null).Method;
    }

    /// <summary>A yes to the open review, paid like that, or another way to pay the checkout that waits for its money.</summary>
    public static async Task ChooseAsync(Talk talk, string method)
    {
        if (talk.Memory.Pending.Kind == QuestionKind.Payment)
        {
            await Paying.AcceptAsync(talk, method);
            return;
        }

        if (talk.Memory is not { Paying: true, CheckoutId: { } checkoutId })
        {
            await CheckoutTalk.StartAsync(talk);
            return;
        }

        var answer = await talk.Shop.PayOtherwiseAsync(checkoutId, method, talk.Stopping);
        if (answer.Value is not null)
            talk.Say(Preparing(method));
        else if (answer.Code is not ("not_waiting" or "already_paid") || !await Paying.TellStateAsync(talk, checkoutId))
            Refusals.Tell(talk, answer.Refusal!);
    }

    /// <summary>After a decline.</summary>
    public static void Offer(Talk talk, IReadOnlyList<string> methods)
    {
        if (methods.Count > 0)
            talk.Send(Reply.Buttons(talk.Words("pay_otherwise"), methods.Where(method => Verb(method) is not null).Select(method => talk.Option("payby:" + method, "button_" + method))));
    }

    /// <summary>What is said while the shop gets ready for the money.</summary>
    public static string Preparing(string method) => method == Cash ? "order_preparing" : "payment_preparing";

    /// <summary>Asks for the money: the payment page, or the page that says where to transfer it.</summary>
    public static void SendPage(Talk talk, long amount, string currency, string? method, string url)
    {
        var (words, button) = method == Transfer ? ("transfer_here", "button_transfer_page") : ("pay_here", "button_pay_now");
        talk.Send(Reply.Link(talk.Words(words, ("total", Money.Write(amount, currency, talk.Lexicon.File))), talk.Words(button), url));
    }

    private static string? Verb(string method) => method switch
    {
        Online => "pay",
        Cash => "cash",
        Transfer => "transfer",
        _ => null,
    };
}
