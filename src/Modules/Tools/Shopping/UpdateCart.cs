using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Contracts.Results;
using MassTransit;

namespace EcommerceBot.Tools.Shopping;

internal sealed class UpdateCart(IRequestClient<AddToCart> adding, IRequestClient<SetCartQuantity> setting, IRequestClient<ReplaceCart> replacing, IRequestClient<SetCartNote> noting)
    : Tool<UpdateCartInput, CartResult>(Listing)
{
    private static readonly ToolCard Listing = ToolCard.Writing<UpdateCartInput, CartResult>(
        "update_cart", "Change a cart", ToolScopes.WriteCart,
        "Changes a cart in exactly one of four ways: add (more pieces), set (exact quantities, 0 removes), line_items (replace everything) or note. "
        + "Returns the whole cart; tell the shopper its messages: they say what is not as it was shown. Prices come from the shop and cannot be given. Lines of add and set are applied one after the other; "
        + "a refusal names the SKU at which it stopped.") with
    { Destructive = true };

    protected override Task<ToolAnswer<CartResult>> HandleAsync(UpdateCartInput input, ToolCaller caller, CancellationToken cancellationToken) => input switch
    {
        _ when input.CountChanges() != 1 => Task.FromResult<ToolAnswer<CartResult>>(Refusals.InvalidArguments(["Give exactly one of add, set, line_items and note."])),
        { Add: { } lines } => EachAsync(lines, (line, effect) => AddAsync(input.CartId, line, caller, effect, cancellationToken)),
        { Set: { } lines } => EachAsync(lines, (line, effect) => SetAsync(input.CartId, line, caller, effect, cancellationToken)),
        { Note: { } note } => NoteAsync(input.CartId, note, caller, cancellationToken),
        _ => ReplaceAsync(input.CartId, input.LineItems!, caller, cancellationToken),
    };

    /// <summary>Stops at the first refusal, since the caller should decide before more is changed.</summary>
    private static async Task<ToolAnswer<CartResult>> EachAsync<TLine>(IReadOnlyList<TLine> lines, Func<TLine, int, Task<ToolAnswer<CartResult>>> change)
    {
        var answer = await change(lines[0], 0);
        for (var effect = 1; effect < lines.Count && !answer.IsRefusal; effect++)
        {
            answer = await change(lines[effect], effect);
            if (answer.Content is ToolRefusal refusal)
                return refusal with { Message = $"{refusal.Message} The first {effect} of the {lines.Count} lines are done; see get_cart." };
        }
        return answer;
    }

    private async Task<ToolAnswer<CartResult>> AddAsync(string cartId, AddedLine line, ToolCaller caller, int effect, CancellationToken cancellationToken)
    {
        var question = new AddToCart { CartId = cartId, OwnerId = caller.OwnerId, Sku = line.Sku, Quantity = line.Quantity, Key = caller.KeyOf(effect) };
        return Answer(await adding.GetResponse<CartContents, CartRefused, CartNotFound>(question, cancellationToken, caller.Patience.Rest));
    }

    private async Task<ToolAnswer<CartResult>> SetAsync(string cartId, SetLine line, ToolCaller caller, int effect, CancellationToken cancellationToken)
    {
        var question = new SetCartQuantity { CartId = cartId, OwnerId = caller.OwnerId, Sku = line.Sku, Quantity = line.Quantity, Key = caller.KeyOf(effect) };
        return Answer(await setting.GetResponse<CartContents, CartRefused, CartNotFound>(question, cancellationToken, caller.Patience.Rest));
    }

    private async Task<ToolAnswer<CartResult>> ReplaceAsync(string cartId, IReadOnlyList<AddedLine> lines, ToolCaller caller, CancellationToken cancellationToken)
    {
        var wanted = lines.Select(line => new WantedLine { Sku = line.Sku, Quantity = line.Quantity }).ToList();
        var question = new ReplaceCart { CartId = cartId, OwnerId = caller.OwnerId, Lines = wanted, Key = caller.Key };
        return Answer(await replacing.GetResponse<CartContents, CartRefused, CartNotFound>(question, cancellationToken, caller.Patience.Rest));
    }

    private async Task<ToolAnswer<CartResult>> NoteAsync(string cartId, string note, ToolCaller caller, CancellationToken cancellationToken)
    {
        var question = new SetCartNote { CartId = cartId, OwnerId = caller.OwnerId, Note = note, Key = caller.Key };
        return Answer(await noting.GetResponse<CartContents, CartRefused, CartNotFound>(question, cancellationToken, caller.Patience.Rest));
    }

    public static ToolAnswer<CartResult> Answer(Response<CartContents, CartRefused, CartNotFound> answer)
    {
        if (answer.Is(out Response<CartContents>? cart))
            return cart.Message.Result();
        return answer.Is(out Response<CartRefused>? refused) ? Refusals.Of(refused.Message) : Refusals.CartNotFound();
    }
}
