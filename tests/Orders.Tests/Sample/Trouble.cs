using System.Collections.Concurrent;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Contracts.Requests;

namespace EcommerceBot.Orders.Tests.Sample;

/// <summary>What can happen to a checkout that waits for its payment, several things at once, as a seed decides.</summary>
internal sealed class Trouble(Till till, ConcurrentBag<PaymentSettled> elsewhere, Shopper shopper, CheckoutDetails checkout, int seed)
{
    private readonly Random _random = new(seed);

    public async Task MakeAsync()
    {
        var hasPage = (await shopper.SagaAsync(checkout.CheckoutId))!.PaymentUrl is not null;
        List<Func<Task>> everything =
            [() => PayElsewhereAsync(checkout.Total), () => PayElsewhereAsync(checkout.Total - 1), TimeOutAsync, LoseStockAsync, () => shopper.CancelAsync(checkout.CheckoutId)];
        if (hasPage)
            everything.AddRange([() => PressAsync("pay"), () => PressAsync("pay"), () => PressAsync("pay"), () => PressAsync("decline"), () => PressAsync("cancel")]);
        var chosen = everything.OrderBy(_ => _random.Next()).Take(_random.Next(1, 5)).ToList();
        await Task.WhenAll(chosen.Select(act => act()));
    }

    private async Task PressAsync(string outcome)
    {
        using var page = await shopper.PressAsync(checkout.CheckoutId, outcome);
        page.EnsureSuccessStatusCode();
    }

    private Task TimeOutAsync() => TellAsync(new PaymentTimedOut { CheckoutId = checkout.CheckoutId });

    private Task LoseStockAsync()
    {
        till.Catalog.Release(checkout.CheckoutId);
        return Task.CompletedTask;
    }

    /// <summary>A payment that never saw the page, reported twice as providers do.</summary>
    private async Task PayElsewhereAsync(long amount)
    {
        var payment = new PaymentSettled { CheckoutId = checkout.CheckoutId, PaymentId = $"else-{Guid.NewGuid():N}", Amount = amount, Currency = checkout.Currency };
        elsewhere.Add(payment);
        await Task.WhenAll(TellAsync(payment), TellAsync(payment));
    }

    private async Task TellAsync(object message)
    {
        var id = Guid.NewGuid();
        await till.PublishAsync(message, id);
        await Until.TrueAsync(async () => await till.HandledAsync(id) || await till.ParkedAsync(id), $"{message.GetType().Name} handled");
        Assert.False(await till.ParkedAsync(id), $"{message.GetType().Name} ended in an error.");
    }
}
