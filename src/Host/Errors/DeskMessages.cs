using System.Text.Json.Serialization;
using EcommerceBot.Outbox.Failures;

namespace EcommerceBot.Host.Errors;

/// <summary>Which failed messages to replay or discard: ids, a filter, or all.</summary>
internal sealed record DeskOrder
{
    /// <summary>Ids or message ids.</summary>
    public string[] Ids { get; init; } = [];
    public string? Queue { get; init; }
    public string? Type { get; init; }
    public string? Exception { get; init; }

    /// <summary>An age such as <c>90s</c>, <c>30m</c>, <c>2h</c> or <c>7d</c>.</summary>
    public string? OlderThan { get; init; }
    public string? NewerThan { get; init; }

    /// <summary>Must be true to take them all, and false with any filter.</summary>
    public bool All { get; init; }

    /// <summary>Only count them.</summary>
    public bool DryRun { get; init; }

    [JsonIgnore]
    public DeskQuestion Question => new() { Ids = Ids ?? [], Queue = Queue, Type = Type, Exception = Exception, OlderThan = OlderThan, NewerThan = NewerThan };
}

/// <summary>What became of it.</summary>
/// <param name="Verb">Replay or Discard.</param>
/// <param name="DryRun">True when nothing was changed.</param>
/// <param name="Count">Replayed or discarded; in a dry run, how many would be.</param>
/// <param name="Refused">Left where they are, each with its reason.</param>
internal sealed record DeskOutcome([property: JsonConverter(typeof(JsonStringEnumConverter<DeskVerb>))] DeskVerb Verb, bool DryRun, int Count, IReadOnlyList<Refusal> Refused);

/// <summary>A page of failed messages.</summary>
/// <param name="Messages">The latest first; of unknown time last.</param>
/// <param name="Next">What <c>after</c> takes for the next page; null on the last one.</param>
internal sealed record FailedMessagePage(IReadOnlyList<FailedMessageView> Messages, string? Next)
{
    public static FailedMessagePage Of(DeadLetterPage page) => new([.. page.Letters.Select(FailedMessageView.Of)], page.Next);
}
