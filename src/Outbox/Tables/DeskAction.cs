namespace EcommerceBot.Outbox.Tables;

/// <summary>Who replayed or discarded failed messages, and which. Written before the work begins, so that an interrupted one is on record too.</summary>
internal sealed class DeskAction
{
    public long Id { get; set; }

    /// <summary>An API key's name, or <c>os:</c> and the operating system's user.</summary>
    public required string Actor { get; set; }

    /// <summary><c>replay</c> or <c>discard</c>.</summary>
    public required string Verb { get; set; }

    /// <summary>What was asked, such as <c>queue=orders-start-checkout type=StartCheckout</c>.</summary>
    public required string Filter { get; set; }

    /// <summary>The message, where exactly one was named by its id.</summary>
    public Guid? MessageId { get; set; }
    public DateTime StartedAt { get; set; }

    /// <summary>Null while it runs, and for good when its process was killed: then <see cref="Settled"/> may be short by a batch.</summary>
    public DateTime? FinishedAt { get; set; }
    public int Settled { get; set; }

    /// <summary>Those that fitted and could not be settled.</summary>
    public int Refused { get; set; }
}
