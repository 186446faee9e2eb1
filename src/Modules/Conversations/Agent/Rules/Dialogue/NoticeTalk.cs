using System.Text.Json;
using EcommerceBot.Conversations.Agent.Rules.Rendering;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>Tells the shop's news. News of an unknown kind, or that cannot be read, is passed over.</summary>
internal static class NoticeTalk
{
    private static readonly JsonSerializerOptions AnyCase = new() { PropertyNameCaseInsensitive = true };

    public static void Tell(Talk talk, NoticeContent notice)
    {
        try
        {
            switch (notice.Notice)
            {
                case nameof(PaymentRequested):
                    Tell(talk, Read<PaymentRequested>(notice));
                    break;
                case nameof(PaymentDeclined):
                    Tell(talk, Read<PaymentDeclined>(notice));
                    break;
                case nameof(PaymentDelayed):
                    talk.Send(Reply.Text(talk.Words("payment_delayed")));
                    break;
                case nameof(PaymentParked):
                    Tell(talk, Read<PaymentParked>(notice));
                    break;
                case nameof(CartAbandoned):
                    Tell(talk, Read<CartAbandoned>(notice));
                    break;
                case nameof(OrderPlaced):
                    Tell(talk, Read<OrderPlaced>(notice));
                    break;
                case nameof(CheckoutFailed):
                    Tell(talk, Read<CheckoutFailed>(notice));
                    break;
            }
        }
        catch (JsonException)
        {
            // It would be as unreadable in every later try; the shopper can ask for the order's state.
        }
    }

    private static void Tell(Talk talk, PaymentRequested asked)
    {
        if (IsSame(talk.Memory.EndedCheckoutId, asked.CheckoutId))
            return;
        Await(talk, asked.CheckoutId);
        PaymentWays.SendPage(talk, asked.Total, asked.Currency, asked.PaymentMethod, asked.Url);
    }

    private static void Tell(Talk talk, PaymentDeclined declined)
    {
        if (IsSame(talk.Memory.EndedCheckoutId, declined.CheckoutId))
            return;
        Await(talk, declined.CheckoutId);
        talk.Send(Reply.Link(talk.Words("payment_declined"), talk.Words("button_try_again"), declined.Url));
        PaymentWays.Offer(talk, declined.OtherMethods);
    }

    private static void Tell(Talk talk, CartAbandoned left) => talk.Send(
        Reply.Buttons(
            talk.Words(
                "cart_left",
                ("titles", string.Join(", ", left.Titles.Select(title => Clip.Line(title, Limits.Echo)))),
                ("total", Money.Write(left.Total, left.Currency, talk.Lexicon.File))),
            talk.Option("cart", "button_cart"),
            talk.Option("checkout", "button_checkout"),
            talk.Option("human", "button_human")));

    private static void Tell(Talk talk, PaymentParked parked) =>
        talk.Send(Reply.Text(talk.Words("payment_parked", ("amount", Money.Write(parked.Amount, parked.Currency, talk.Lexicon.File)))));

    private static void Tell(Talk talk, OrderPlaced placed)
    {
        var language = talk.Lexicon.File;
        var lines = placed.Lines.Select(
            line => $"{line.Quantity} × {Title(line.Title, line.Options)}: {Money.Write(line.LineTotal, placed.Currency, language)}")
            .Prepend(placed.PaymentDue > 0
                ? talk.Words("order_placed_cash", ("number", placed.OrderNumber), ("total", Money.Write(placed.PaymentDue, placed.Currency, language)))
                : talk.Words("order_placed", ("number", placed.OrderNumber)))
            .Concat(
                Lines.Totals(
                    [.. placed.Totals.Select(row => new TotalAmount { Type = row.Type, Amount = row.Amount })],
                    new Price { Amount = placed.Total, Currency = placed.Currency },
                    language))
            .Append(talk.Words("order_placed_after"));
        foreach (var paragraph in Paragraphs.Of(lines, Limits.PlainText))
            talk.Send(Reply.Text(paragraph));

        End(talk, placed.CheckoutId);
        if (talk.Memory.CartId == talk.Memory.PaidCartId)
            talk.Memory = talk.Memory with { CartId = null, LastSku = null };
        talk.Memory = talk.Memory with { PaidCartId = null };
    }

    private static void Tell(Talk talk, CheckoutFailed failed)
    {
        var known = IsSame(talk.Memory.EndedCheckoutId, failed.CheckoutId) && failed.Code == "canceled";
        End(talk, failed.CheckoutId);
        if (known)
            return;

        var key = "failed_" + failed.Code;
        var titles = string.Join(", ", failed.ShortTitles.Select(title => Clip.Line(title, Limits.Echo)));
        var amount = failed.RefundedAmount is { } refunded
            ? Money.Write(refunded, failed.Currency ?? talk.Turn.Currency, talk.Lexicon.File)
            : "";
        var words = talk.Words(talk.Knows(key) ? key : "failed", ("titles", titles), ("amount", amount));
        talk.Send(
            Reply.Buttons(
                words,
                talk.Option("cart", "button_cart"),
                talk.Option("checkout", "button_checkout"),
                talk.Option("human", "button_human")));
    }

    private static void Await(Talk talk, Guid checkoutId)
    {
        if (!IsSame(talk.Memory.CheckoutId, checkoutId))
            talk.Memory = talk.Memory with { CheckoutId = checkoutId.ToString(), Confirmation = null };
        talk.Memory = talk.Memory with { Paying = true };
    }

    private static void End(Talk talk, Guid checkoutId)
    {
        if (!IsSame(talk.Memory.CheckoutId, checkoutId))
            return;
        talk.ForgetConfirmation();
        talk.Memory = talk.Memory with { EndedCheckoutId = talk.Memory.CheckoutId, CheckoutId = null, Paying = false };
    }

    private static bool IsSame(string? remembered, Guid id) => Guid.TryParse(remembered, out var known) && known == id;

    private static string Title(string title, IReadOnlyDictionary<string, string> options) =>
        options.Count == 0
            ? Clip.Line(title, Limits.Echo)
            : $"{Clip.Line(title, Limits.Echo)} ({Clip.Line(Lines.Options(options), Limits.Echo)})";

    private static T Read<T>(NoticeContent notice) =>
        JsonSerializer.Deserialize<T>(notice.Body, AnyCase) ?? throw new JsonException("The notice is empty.");
}
