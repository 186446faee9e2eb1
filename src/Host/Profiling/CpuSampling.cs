using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;

namespace EcommerceBot.Host.Profiling;

/// <summary>Records this process by its own runtime's sampler, as dotnet-trace does from outside. Needs a writable /tmp, and diagnostics not switched off.</summary>
internal static class CpuSampling
{
    private const int BufferMegabytes = 64;

    // Loader, JIT and what names methods at the end; as dotnet-trace asks for a CPU profile.
    private const long RuntimeKeywords = 0x14C14FCCBD;

    private static readonly EventPipeProvider[] Providers =
    [
        new("Microsoft-DotNETCore-SampleProfiler", EventLevel.Informational),
        new("Microsoft-Windows-DotNETRuntime", EventLevel.Informational, RuntimeKeywords),
    ];

    public static async Task RecordAsync(string file, TimeSpan duration, CancellationToken cancellationToken)
    {
        var client = new DiagnosticsClient(Environment.ProcessId);
        using var session = await client.StartEventPipeSessionAsync(Providers, requestRundown: true, BufferMegabytes, cancellationToken);
        await using var output = File.Create(file);
        var copy = session.EventStream.CopyToAsync(output, CancellationToken.None);
        // Whether or not the caller is still there, the session must be ended, or its buffers stay.
        await Task.Delay(duration, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await session.StopAsync(CancellationToken.None);
        await copy;
        cancellationToken.ThrowIfCancellationRequested();
    }
}
