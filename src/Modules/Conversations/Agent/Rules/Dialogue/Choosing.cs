using EcommerceBot.Conversations.Agent.Rules.Rendering;
using EcommerceBot.Conversations.Agent.Rules.Understanding;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>Lets the shopper choose a variant, by buttons or by words.</summary>
internal static class Choosing
{
    private const int RowsPerPage = Limits.Rows - 1;

    /// <summary>"Do you have it in red?", "the blue one in M": a choice among the variants shown, else a wish.</summary>
    public static async Task AnswerAsync(Talk talk, Intent intent)
    {
        if (References.AtPlace(talk.Memory, intent.What, talk.Lexicon) is { } placed)
            await ProductTalk.ShowAsync(talk, placed.Id);
        else if (!await TryWordsAsync(talk, intent.What))
            await ProductTalk.AnswerAsync(talk, intent);
    }

    /// <summary>Takes the words as options of the product shown last; false where they name none of its values.</summary>
    public static async Task<bool> TryWordsAsync(Talk talk, string words)
    {
        if (talk.Memory.LastProduct is not { } last)
            return false;

        var answer = await talk.Shop.ProductAsync(last.Id, talk.Stopping);
        if (answer.Value is not { } product)
            return false;

        var match = Variants.Find(product, References.Telling(words, talk.Lexicon), talk.Lexicon);
        if (!match.Named
            || (match.Rest.Count > 0 && References.ByTitle(talk.Memory, string.Join(' ', match.Rest), talk.Lexicon)?.Product.Id != last.Id))
            return false;
        await SettleAsync(talk, product, match, Quantity(talk, product.Id));
        return true;
    }

    /// <summary>Adds the variant where the words leave one, else asks among those they leave.</summary>
    public static async Task SettleAsync(Talk talk, ProductResult product, Variants.Match match, int quantity)
    {
        ProductTalk.Remember(talk, product);
        var free = match.Exact.Where(variant => variant.Available > 0).ToList();
        if (free is [var only])
        {
            await Adding.AddAsync(talk, only.Sku, quantity);
            return;
        }

        var title = Clip.Line(product.Title, Limits.Echo);
        if (match.Exact.Count > 0 && free.Count == 0)
            Ask(
                talk,
                product,
                match.Exact.Count < product.Variants.Count ? product.Variants : match.Exact,
                talk.Words("choice_sold_out", ("title", title)),
                quantity);
        else if (match.Exact.Count == 0)
            Ask(
                talk,
                product,
                match.Near.Count > 0 ? match.Near : product.Variants,
                talk.Words("choice_not_made", ("title", title)),
                quantity);
        else
            Ask(talk, product, free, title, quantity);
    }

    /// <summary>Asks which of the variants; a lone one is only offered.</summary>
    public static void Ask(
        Talk talk, ProductResult product, IReadOnlyList<ProductVariant> variants, string before, int quantity, int offset = 0)
    {
        var free = variants.Where(variant => variant.Available > 0).ToList();
        if (free.Count == 0)
        {
            talk.Send(
                Reply.Buttons(
                    Joined(before, talk.Words("product_sold_out")),
                    talk.Option("browse", "button_browse"),
                    talk.Option("cart", "button_cart")));
            return;
        }

        var page = free.Count <= Limits.Rows ? free : free.Skip(offset).Take(RowsPerPage).ToList();
        if (page.Count == 0)
            page = free.Take(RowsPerPage).ToList();
        var rows = VariantRows.Of(product, page, quantity, talk);
        if (product.Variants.Count == 1)
        {
            Offer(talk, page[0], before, quantity);
            return;
        }

        talk.Ask(new Question(QuestionKind.Variant, product.Id, quantity));
        if (free.Count <= Limits.Buttons && rows.All(row => row.Title.Length <= Limits.ButtonTitle))
            talk.Send(
                Reply.Buttons(
                    Joined(before, talk.Words("which_variant"), string.Join('\n', rows.Select(row => $"{row.Title}: {row.Description}"))),
                    rows));
        else if (offset + page.Count < free.Count)
            talk.Send(
                Reply.List(
                    Joined(before, talk.Words("which_variant")),
                    talk.Words("label_choose"),
                    rows.Append(talk.Option($"variants:{product.Id}:{offset + page.Count}", "button_more"))));
        else
            talk.Send(Reply.List(Joined(before, talk.Words("which_variant")), talk.Words("label_choose"), rows));
    }

    /// <summary>How many were asked for before the variant was.</summary>
    public static int Quantity(Talk talk, string productId) =>
        talk.Memory.Pending is { Kind: QuestionKind.Variant } pending && pending.Subject == productId ? pending.Quantity : 1;

    private static void Offer(Talk talk, ProductVariant variant, string before, int quantity)
    {
        talk.Ask(new Question(QuestionKind.AddSku, variant.Sku, quantity));
        talk.Send(Reply.Buttons(
            Joined(before, VariantRows.PriceAndStock(variant, talk), talk.Words("shall_i_add")),
            talk.Option($"add:{variant.Sku}:{quantity}", "button_add"),
            talk.Option("cart", "button_cart"),
            talk.Option("browse", "button_browse")));
    }

    private static string Joined(params string[] parts) => string.Join("\n\n", parts.Where(part => part.Length > 0));
}
