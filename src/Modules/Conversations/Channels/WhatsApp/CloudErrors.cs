namespace EcommerceBot.Conversations.Channels.WhatsApp;

/// <summary>What a refusal by code asks for.</summary>
internal enum CloudErrorClass
{
    /// <summary>Too fast, or not now: back off and try again.</summary>
    Later,

    /// <summary>To this one person too fast: back off faster still.</summary>
    PairLater,

    /// <summary>Token, permission, payment or registration: nothing goes out until an operator mends it.</summary>
    Operator,

    /// <summary>This message, or this recipient, never.</summary>
    Never,
}

/// <summary>
/// The Cloud API's error codes in classes; built on codes, since titles change. Source: Meta's error code page of 2026-05-15.
/// </summary>
internal static class CloudErrors
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan OperatorPause = TimeSpan.FromMinutes(5);

    public static CloudErrorClass ClassOf(int code) => code switch
    {
        131056 => CloudErrorClass.PairLater,
        1 or 2 or 4 or 80007 or 130429 or 131016 or 131000 or 131057 => CloudErrorClass.Later,
        0 or 3 or 10 or 190 or (>= 200 and <= 299) or 368 or 131005 or 131031 or 131042 or 131045 => CloudErrorClass.Operator,
        _ => CloudErrorClass.Never,
    };

    /// <summary>How long to wait after the given attempt; null means never again. Meta asks for 4^X seconds on the pair limit.</summary>
    /// <param name="kind">The refusal's class.</param>
    /// <param name="attempt">From 1.</param>
    /// <param name="jitter">0 to 1; spreads what was refused together.</param>
    public static TimeSpan? Pause(CloudErrorClass kind, int attempt, double jitter) => kind switch
    {
        CloudErrorClass.Later => Growing(2, attempt, jitter),
        CloudErrorClass.PairLater => Growing(4, attempt, jitter),
        CloudErrorClass.Operator => OperatorPause,
        _ => null,
    };

    private static TimeSpan Growing(double growth, int attempt, double jitter)
    {
        var pause = First * Math.Pow(growth, Math.Min(attempt, 12));
        return (pause < Longest ? pause : Longest) * (1 + jitter / 4);
    }
}
