using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Idempotency;
using MassTransit;

namespace EcommerceBot.Orders.Cart;

internal sealed class SetCartNoteConsumer(CartChange change) : IConsumer<SetCartNote>
{
    private const int MostLetters = 500;

    public async Task Consume(ConsumeContext<SetCartNote> context)
    {
        var request = context.Message;
        var note = string.Concat(request.Note.Where(letter => !char.IsControl(letter) || letter == '\n')).Trim();
        if (note.Length > MostLetters)
        {
            await context.RespondAsync(new CartRefused { Code = "invalid_note", Reason = $"A note has at most {MostLetters} characters, and this one has {note.Length}." });
            return;
        }
        var call = KeyedCall.Of(request.OwnerId, request.Key, nameof(SetCartNote), request.CartId, note);
        await context.RespondAsync(await change.ApplyAsync(
            request.CartId, call, [], (_, _) => [], context.CancellationToken, (_, cart) => Task.FromResult(cart.Note = note.Length == 0 ? null : note)));
    }
}
