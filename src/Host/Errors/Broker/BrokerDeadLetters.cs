using System.Runtime.CompilerServices;
using EcommerceBot.Outbox.Failures;
using RabbitMQ.Client;

namespace EcommerceBot.Host.Errors.Broker;

/// <summary>The dead letters of RabbitMQ, by AMQP alone: the management API, where an operator may see the same queues, is not needed.</summary>
/// <param name="broker">Where it is.</param>
/// <param name="queues">The queues whose dead letters are looked for.</param>
internal sealed class BrokerDeadLetters(BrokerAddress broker, IReadOnlyList<string> queues) : IDeadLetters
{
    public async IAsyncEnumerable<DeadLetter> PeekAsync(DeadLetterFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await broker.ConnectAsync(cancellationToken);
        foreach (var place in Places(filter))
        {
            await using var visit = await BrokerVisit.OpenAsync(connection, place, cancellationToken);
            if (visit is null)
                continue;
            await foreach (var (letter, message) in visit.ReadAsync(cancellationToken))
            {
                await visit.KeepAsync(message, cancellationToken);
                if (filter.Fits(letter))
                    yield return letter;
            }
        }
    }

    public async Task<IReadOnlyList<Refusal>> SettleAsync(DeskVerb verb, DeadLetterFilter filter, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var refusals = new List<Refusal>();
        var settled = 0;
        await using var connection = await broker.ConnectAsync(cancellationToken);
        foreach (var place in Places(filter))
        {
            await using var visit = await BrokerVisit.OpenAsync(connection, place, cancellationToken);
            if (visit is null)
                continue;
            var fitting = visit.ReadAsync(cancellationToken).Where(async (found, token) =>
            {
                var fits = filter.Fits(found.Letter);
                if (!fits)
                    await visit.KeepAsync(found.Message, token);
                return fits;
            });
            await foreach (var batch in fitting.Chunk(BrokerVisit.Pace).WithCancellation(cancellationToken))
            {
                settled += await SettleAsync(visit, verb, batch, refusals, cancellationToken);
                progress.Report(settled);
            }
        }
        return refusals;
    }

    private static async Task<int> SettleAsync(
        BrokerVisit visit, DeskVerb verb, (DeadLetter Letter, BasicGetResult Message)[] batch, List<Refusal> refusals, CancellationToken cancellationToken)
    {
        var settled = 0;
        // Their confirms in flight together.
        var sent = verb == DeskVerb.Replay
            ? batch.Select(found => BrokerCopy.ReplayAsync(visit.Channel, found.Letter.Queue, found.Message, cancellationToken)).ToList()
            : null;
        for (var i = 0; i < batch.Length; i++)
        {
            if (sent is not null && await sent[i] is { } reason)
            {
                refusals.Add(new Refusal(batch[i].Letter.Id, reason));
                continue;
            }
            await visit.SettleAsync(batch[i].Message, cancellationToken);
            settled++;
        }
        return settled;
    }

    private IEnumerable<BrokerPlace> Places(DeadLetterFilter filter) => (filter.Queue is { } queue ? [queue] : queues).SelectMany(BrokerPlace.Of);
}
