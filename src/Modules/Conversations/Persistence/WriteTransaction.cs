namespace EcommerceBot.Conversations.Persistence;

/// <summary>Every write opens its transaction itself: only then does it wait its turn at the embedded store's gate.</summary>
internal static class WriteTransaction
{
    public static async Task<T> WriteAsync<T>(this ConversationsDbContext db, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var result = await work();
        await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
