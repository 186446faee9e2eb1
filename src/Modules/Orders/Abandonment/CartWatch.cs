using System.Security.Cryptography;
using System.Text;
using MassTransit;

namespace EcommerceBot.Orders.Abandonment;

/// <summary>What became of one cart. The row is kept when it has ended: the business metrics count these rows.</summary>
internal sealed class CartWatch : SagaStateMachineInstance, ISagaVersion
{
    /// <summary>See <see cref="IdOf"/>.</summary>
    public Guid CorrelationId { get; set; }
    public int Version { get; set; }
    public string CurrentState { get; set; } = "";
    public string CartId { get; set; } = "";
    public string OwnerId { get; set; } = "";

    /// <summary>When the cart first held something: its cohort.</summary>
    public DateTimeOffset StartedAt { get; set; }
    public Guid? IdleToken { get; set; }

    /// <summary>The first time it was left alone.</summary>
    public DateTimeOffset? AbandonedAt { get; set; }

    /// <summary>The cart's version that was told last.</summary>
    public int? ToldVersion { get; set; }

    /// <summary>Never reminded of. Drawn from the id, so that a repeated message draws the same.</summary>
    public bool IsHeldOut { get; set; }

    /// <summary>Used again after it was left alone.</summary>
    public DateTimeOffset? RecoveredAt { get; set; }
    public DateTimeOffset? BoughtAt { get; set; }

    /// <summary>What the look at the cart said; not stored.</summary>
    public Verdict Verdict { get; set; }

    /// <summary>With <see cref="Verdict.WaitOn"/>; not stored.</summary>
    public TimeSpan NextLook { get; set; }

    /// <summary>One watch for each cart.</summary>
    public static Guid IdOf(string cartId) => new(SHA256.HashData(Encoding.UTF8.GetBytes(cartId)).AsSpan(0, 16));

    public static bool IsInHoldOut(Guid watchId, int percent) => watchId.ToByteArray()[0] * 256 + watchId.ToByteArray()[1] < 65536 * percent / 100;
}

internal enum Verdict
{
    WaitOn,
    LeftAlone,
    Over,
}
