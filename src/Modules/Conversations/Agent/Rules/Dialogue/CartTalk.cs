using EcommerceBot.Conversations.Agent.Rules.Rendering;
using EcommerceBot.Conversations.Outbound;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>Shows the cart.</summary>
internal static class CartTalk
{
    // One row of the list stays for emptying the cart.
    private const int EditableLines = Limits.Rows - 1;

    public static async Task ShowAsync(Talk talk)
    {
        if (await Carts.OpenAsync(talk) is { } cart)
            Show(talk, cart, talk.Words("cart"));
    }

    public static void Show(Talk talk, CartResult cart, string heading)
    {
        if (cart.LineItems.Count == 0)
        {
            Empty(talk);
            return;
        }

        var lines = cart.LineItems.Select(line => Lines.Line(line, talk.Lexicon.File)).Prepend(heading).Append(Total(talk, cart))
            .Concat(Note(talk, cart.Note)).Concat(CartNewsTalk.Sentences(talk, cart.News));
        var paragraphs = Paragraphs.Of(lines, Limits.InteractiveText).ToList();
        foreach (var paragraph in paragraphs.SkipLast(1))
            talk.Send(Reply.Text(paragraph));
        talk.Send(
            Reply.Buttons(
                paragraphs[^1],
                talk.Option("checkout", "button_checkout"),
                talk.Option("edit", "button_edit"),
                talk.Option("browse", "button_keep_looking")));
    }

    public static void Added(Talk talk, CartResult cart, string sku, int quantity)
    {
        var line = cart.LineItems.FirstOrDefault(item => item.Sku == sku);
        var words = talk.Words(
            "added",
            ("n", $"{quantity}"),
            ("title", line is null ? sku : Lines.Title(line)),
            ("count", $"{cart.LineItems.Sum(item => item.Quantity)}"),
            ("total", Money.Write(cart.Total.Amount, cart.Total.Currency, talk.Lexicon.File)));
        talk.Ask(new Question(QuestionKind.Checkout));
        talk.Send(
            Reply.Buttons(
                string.Join('\n', CartNewsTalk.Sentences(talk, cart.News).Prepend(words)),
                talk.Option("checkout", "button_checkout"),
                talk.Option("cart", "button_cart"),
                talk.Option("browse", "button_keep_looking")));
    }

    public static void Empty(Talk talk) =>
        talk.Send(Reply.Buttons(talk.Words("cart_empty"), talk.Option("browse", "button_browse"), talk.Option("help", "button_help")));

    /// <summary>The lines to choose from.</summary>
    public static async Task EditAsync(Talk talk)
    {
        if (await Carts.OpenAsync(talk) is { } cart)
            talk.Send(
                Reply.List(
                    talk.Words("edit"),
                    talk.Words("label_choose"),
                    cart.LineItems
                        .Take(EditableLines)
                        .Select(line => Row(talk, line, $"line:{line.Sku}"))
                        .Append(talk.Option("empty", "button_empty"))));
    }

    /// <summary>What can be done with one line.</summary>
    public static async Task LineAsync(Talk talk, string sku)
    {
        if (await Carts.OpenAsync(talk) is not { } cart)
            return;
        if (cart.LineItems.FirstOrDefault(item => item.Sku == sku) is not { } line)
        {
            Show(talk, cart, talk.Words("not_in_cart"));
            return;
        }

        talk.Memory = talk.Memory with { LastSku = sku };
        int[] quantities = line.Quantity > 1 ? [line.Quantity + 1, line.Quantity - 1] : [2, 3];
        var options = quantities.Where(n => n <= Adding.MostPieces)
            .Select(n => talk.Option($"qty:{sku}:{n}", "button_quantity", ("n", $"{n}")));
        talk.Send(
            Reply.Buttons(
                Lines.Line(line, talk.Lexicon.File) + "\n\n" + talk.Words("edit_line"),
                options.Append(talk.Option($"qty:{sku}:0", "button_remove"))));
    }

    /// <summary>Several lines could be meant.</summary>
    public static void Which(Talk talk, IEnumerable<LineItem> lines, string verb, string suffix) =>
        talk.Send(
            Reply.List(
                talk.Words("which_line"), talk.Words("label_choose"), lines.Select(line => Row(talk, line, $"{verb}:{line.Sku}{suffix}"))));

    /// <summary>The shopper's wish, where there is one.</summary>
    public static IEnumerable<string> Note(Talk talk, string? note)
    {
        if (note is not null)
            yield return talk.Words("note", ("note", Clip.Line(note, Limits.Echo)));
    }

    private static MessageOption Row(Talk talk, LineItem line, string id) =>
        new(id, Lines.Title(line), Lines.Line(line, talk.Lexicon.File));

    private static string Total(Talk talk, CartResult cart) =>
        $"{talk.Words("total_total")}: {Money.Write(cart.Total.Amount, cart.Total.Currency, talk.Lexicon.File)}";
}
