using System.Globalization;
using EcommerceBot.Conversations.Agent.Rules.Rendering;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>Tells how orders stand.</summary>
internal static class Orders
{
    private const int Latest = 4;

    public static async Task AnswerAsync(Talk talk, string? orderNumber)
    {
        if (orderNumber is not null)
            await ShowAsync(talk, orderNumber);
        else if (!talk.Memory.Paying || talk.Memory.CheckoutId is not { } paying || !await Paying.TellStateAsync(talk, paying))
            await ShowLatestAsync(talk);
    }

    public static async Task ShowAsync(Talk talk, string orderNumber)
    {
        var answer = await talk.Shop.OrderAsync(orderNumber, talk.Stopping);
        if (answer.Value is { } order)
            Show(talk, order, []);
        else
            NotFound(talk, orderNumber, answer.Refusal!);
    }

    public static void NotFound(Talk talk, string orderNumber, ToolRefusal refusal)
    {
        if (refusal.Code is not ("not_found" or "order_not_found" or "invalid_arguments"))
        {
            Refusals.Tell(talk, refusal);
            return;
        }

        talk.Ask(new Question(QuestionKind.OrderNumber));
        talk.Send(
            Reply.Buttons(
                talk.Words("order_not_found", ("number", Clip.Line(orderNumber, Limits.Echo))),
                talk.Option("orders", "button_orders"),
                talk.Option("human", "button_human")));
    }

    private static async Task ShowLatestAsync(Talk talk)
    {
        var answer = await talk.Shop.OrdersAsync(Latest, talk.Stopping);
        if (answer.Value is not { } orders)
        {
            Refusals.Tell(talk, answer.Refusal!);
            return;
        }

        if (orders.Orders.Count > 0)
        {
            Show(talk, orders.Orders[0], orders.Orders.Skip(1));
            return;
        }

        talk.Ask(new Question(QuestionKind.OrderNumber));
        talk.Send(Reply.Buttons(talk.Words("no_orders"), talk.Option("browse", "button_browse"), talk.Option("human", "button_human")));
    }

    private static void Show(Talk talk, OrderResult order, IEnumerable<OrderResult> older)
    {
        var language = talk.Lexicon.File;
        var statusKey = order is { Status: "placed", PaymentDue: not null } ? "status_placed_cash" : "status_" + order.Status;
        var heading = talk.Words(
            "order",
            ("number", order.OrderNumber),
            ("status", talk.Knows(statusKey) ? talk.Words(statusKey) : order.Status),
            ("date", order.PlacedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        var lines = order.LineItems.Select(line => Lines.Line(line, language))
            .Prepend(heading)
            .Concat(Lines.Totals(order.Totals, order.Total, language));
        var paragraphs = Paragraphs.Of(lines, Limits.InteractiveText).ToList();
        foreach (var paragraph in paragraphs.SkipLast(1))
            talk.Send(Reply.Text(paragraph));

        var options = older
            .Take(2)
            .Select(other => talk.Option($"order:{other.OrderNumber}", "button_other_order", ("number", other.OrderNumber)));
        talk.Send(Reply.Buttons(paragraphs[^1], options.Append(talk.Option("human", "button_human"))));
    }
}
