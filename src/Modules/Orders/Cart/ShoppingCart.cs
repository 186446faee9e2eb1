using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Contracts.Requests;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace EcommerceBot.Orders.Cart;

/// <summary>What an owner has put aside. Closed once a checkout of it was confirmed; the next purchase begins a new one.</summary>
internal sealed class ShoppingCart
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>128 random bits: a handle nobody can guess, and still no authority by itself.</summary>
    public required string Id { get; init; }
    public required string OwnerId { get; init; }

    /// <summary>Goes up with every change, and lets only one of two changes at once through.</summary>
    public int Version { get; set; }

    /// <summary>Of every line: amounts of two currencies are never added up.</summary>
    public required string Currency { get; set; }
    public List<StoredLine> Lines { get; set; } = [];
    public DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>The shopper's wish for those who pack it.</summary>
    public string? Note { get; set; }

    /// <summary>Left alone since; null again with the next change.</summary>
    public DateTimeOffset? AbandonedAt { get; set; }

    /// <summary>Each change puts the expiry a lifetime away.</summary>
    public DateTimeOffset ChangedAt => ExpiresAt - Lifetime;

    public static ShoppingCart New(string ownerId, string currency, DateTimeOffset now) => new()
    {
        Id = $"cart-{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16))}",
        OwnerId = ownerId,
        Currency = currency,
        ExpiresAt = now + Lifetime,
    };

    public bool IsGone(DateTimeOffset now) => ExpiresAt <= now;

    public void Replace(IEnumerable<StoredLine> lines, string currency, DateTimeOffset now)
    {
        Currency = currency;
        // A new list, so that EF sees the change of a value stored as JSON.
        Lines = [.. lines];
        Version++;
        ExpiresAt = now + Lifetime;
    }

    public void Reopen(DateTimeOffset now)
    {
        (ClosedAt, AbandonedAt) = (null, null);
        Version++;
        ExpiresAt = now + Lifetime;
    }

    /// <summary>For whoever watches carts that are left alone.</summary>
    public CartStirred Stirred(DateTimeOffset now) => new() { WatchId = Abandonment.CartWatch.IdOf(Id), CartId = Id, OwnerId = OwnerId, At = now };

    public CartContents ToContract(params IReadOnlyList<CartNotice> notices) => new()
    {
        CartId = Id,
        Version = Version,
        Lines = [.. Lines.Select(line => line.ToContract())],
        Total = CartTotals.Total(Lines),
        Currency = Currency,
        Note = Note,
        ExpiresAt = ExpiresAt,
        Notices = notices,
        Messages = [.. CartNews.Sentences(notices)],
    };
}
