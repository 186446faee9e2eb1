namespace EcommerceBot.Host.Limits;

/// <summary>The seam between counting in this process and counting in Redis.</summary>
internal interface IRequestCounter
{
    /// <summary>Counts one more and returns how many there are in the window that <paramref name="number"/> names.</summary>
    Task<long> CountAsync(string key, long number, TimeSpan window);
}
