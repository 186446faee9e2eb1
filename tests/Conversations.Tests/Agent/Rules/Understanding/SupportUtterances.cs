using EcommerceBot.Conversations.Agent.Rules.Understanding;

namespace EcommerceBot.Conversations.Tests.Agent.Rules.Understanding;

/// <summary>The 2,000 support utterances, and what a good answer to each of their intents is here.</summary>
internal static class SupportUtterances
{
    private static readonly Dictionary<string, Func<Intent, bool>> Good = new()
    {
        ["track_order"] = Is(IntentKind.OrderStatus),
        ["delivery_period"] = Either(Is(IntentKind.OrderStatus), Topic("delivery")),
        ["cancel_order"] = Is(IntentKind.CancelOrder),
        ["change_order"] = Topic("change_order"),
        ["contact_human_agent"] = Is(IntentKind.Human),
        ["contact_customer_service"] = Either(Is(IntentKind.Human), Topic("contact")),
        ["place_order"] = Either(Is(IntentKind.Checkout), Is(IntentKind.Browse), Topic("how_to_buy")),
        ["change_shipping_address"] = Either(Is(IntentKind.ChangeAddress), Topic("address")),
        ["set_up_shipping_address"] = Either(Is(IntentKind.ChangeAddress), Topic("address")),
        ["check_cancellation_fee"] = Topic("cancellation_fee"),
        ["newsletter_subscription"] = Topic("newsletter"),
        ["create_account"] = Topic("account"),
        ["delete_account"] = Topic("account"),
        ["edit_account"] = Topic("account"),
        ["switch_account"] = Topic("account"),
        ["registration_problems"] = Topic("account"),
        ["recover_password"] = Topic("account"),
        ["check_invoice"] = Topic("invoice"),
        ["get_invoice"] = Topic("invoice"),
        ["get_refund"] = Topic("refund"),
        ["track_refund"] = Topic("refund"),
        ["check_refund_policy"] = Topic("refund"),
        ["complaint"] = Topic("complaint"),
        ["review"] = Topic("review"),
        ["payment_issue"] = Topic("payment_problem"),
        ["check_payment_methods"] = Topic("payment_methods"),
        ["delivery_options"] = Topic("delivery"),
    };

    public static IReadOnlyList<(string Text, string Intent)> Read() =>
        [.. File.ReadLines(SharedData.Find("utterances/support-intents.csv")).Skip(1).Select(Row).Where(row => row.Text.Length > 0)];

    /// <summary>True or false where a good answer is known, null for an intent without one.</summary>
    public static bool? IsWell(string text, string intent) =>
        Good.TryGetValue(intent, out var good) ? good(Interpreter.Hear(text, "en", 2).Intents[0]) : null;

    private static Func<Intent, bool> Either(params Func<Intent, bool>[] good) => intent => good.Any(one => one(intent));

    private static Func<Intent, bool> Is(IntentKind kind) => intent => intent.Kind == kind;

    private static Func<Intent, bool> Topic(string topic) => intent => intent.Kind == IntentKind.ServiceTopic && intent.Topic == topic;

    // The first field may be quoted and hold commas.
    private static (string Text, string Intent) Row(string line)
    {
        var quoted = line.StartsWith('"');
        var end = quoted ? line.IndexOf("\",", 1, StringComparison.Ordinal) : line.IndexOf(',', StringComparison.Ordinal);
        if (end < 0)
            return ("", "");
        var text = (quoted ? line[1..end] : line[..end]).Replace("\"\"", "\"", StringComparison.Ordinal);
        var rest = line[(end + (quoted ? 2 : 1))..];
        return (text, rest.Split(',')[0]);
    }
}
