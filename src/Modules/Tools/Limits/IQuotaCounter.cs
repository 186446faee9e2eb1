namespace EcommerceBot.Tools.Limits;

/// <summary>The seam between counting in this process and counting in Redis.</summary>
internal interface IQuotaCounter
{
    /// <summary>Counts one more request of a caller in the minute of that number; returns how many there are.</summary>
    Task<long> CountAsync(string caller, long minute);
}
