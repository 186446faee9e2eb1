using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Abandonment;

internal sealed class SetRemindersConsumer(OrdersDbContext db) : IConsumer<SetReminders>
{
    public async Task Consume(ConsumeContext<SetReminders> context)
    {
        var said = context.Message;
        var wish = await db.ReminderWishes.SingleOrDefaultAsync(x => x.OwnerId == said.OwnerId, context.CancellationToken);
        if (wish is null)
            db.Add(new ReminderWish { OwnerId = said.OwnerId, IsWanted = said.Wanted, At = said.At });
        else if (wish.At <= said.At)
            (wish.IsWanted, wish.At) = (said.Wanted, said.At);
    }
}
