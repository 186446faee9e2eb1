using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Conversations.Inbound;

/// <summary>How many webhook requests share a transaction, and how many may wait for one.</summary>
internal sealed class IntakeOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Conversations:Intake";

    /// <summary>Requests in one commit at most. Default 200.</summary>
    [Range(1, 1000)]
    public int BatchSize { get; set; } = 200;

    /// <summary>Requests that may wait for their commit; further ones are asked to come again (503). Default 2000.</summary>
    [Range(1, 100_000)]
    public int Waiting { get; set; } = 2000;
}
