using MassTransit;

namespace EcommerceBot.Tools.Shopping;

/// <summary>How long a tool waits for another module.</summary>
internal static class Asking
{
    /// <summary>Shorter than the asker of InvokeTool waits, so that it hears a refusal and not silence.</summary>
    public static RequestTimeout Patience { get; } = RequestTimeout.After(s: 6);
}
