using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Tools.Calls;

/// <summary>The input of a tool with an effect.</summary>
internal abstract record KeyedInput
{
    /// <summary>Only callers without a key of their own (MCP) are asked for one.</summary>
    [Description("Optional. Your own key for this call: repeating a call with the same key and arguments acts once. Use it when you may have to retry.")]
    [StringLength(100, MinimumLength = 1)]
    public string? IdempotencyKey { get; init; }
}
