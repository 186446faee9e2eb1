using EcommerceBot.Host.Profiling.Pprof;
using Microsoft.Diagnostics.Tracing.Etlx;
using Microsoft.Diagnostics.Tracing.EventPipe;

namespace EcommerceBot.Host.Profiling;

/// <summary>
/// Makes a pprof profile of a recording. The runtime's sampler looks at every managed thread about once a millisecond, also at those that wait: time in
/// managed code counts as <c>cpu</c>, all of it as <c>wall</c>.
/// </summary>
internal static class CpuProfile
{
    private const int ManagedCode = 2;

    /// <summary>The sampler was held up when two looks at a thread are farther apart; the thread cannot be said to have been there all the while.</summary>
    private static readonly TimeSpan LongestStep = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan UsualStep = TimeSpan.FromMilliseconds(1);

    public static byte[] Convert(TraceFile trace, TimeSpan duration)
    {
        TraceLog.CreateFromEventPipeDataFile(trace.Path, trace.Indexed);
        using var log = new TraceLog(trace.Indexed);
        var profile = new ProfileBuilder();
        var lastSeen = new Dictionary<int, double>();
        using var source = log.Events.GetSource();
        new SampleProfilerTraceEventParser(source).ThreadSample += sample =>
        {
            var now = sample.TimeStampRelativeMSec;
            var step = lastSeen.TryGetValue(sample.ThreadID, out var before) ? TimeSpan.FromMilliseconds(now - before) : UsualStep;
            lastSeen[sample.ThreadID] = now;
            var nanoseconds = (long)(step < LongestStep ? step : LongestStep).TotalNanoseconds;
            if (Frames(sample.CallStack()) is { Count: > 0 } frames)
                profile.Add(frames, cpu: (int)sample.Type == ManagedCode ? nanoseconds : 0, wall: nanoseconds);
        };
        source.Process();
        return profile.Write(log.SessionStartTime, duration);
    }

    /// <summary>Innermost first.</summary>
    private static List<Frame> Frames(TraceCallStack? stack)
    {
        var frames = new List<Frame>();
        for (var at = stack; at is not null; at = at.Caller)
        {
            var method = at.CodeAddress.FullMethodName;
            frames.Add(new Frame(string.IsNullOrEmpty(method) ? "[native]" : method, at.CodeAddress.ModuleName ?? ""));
        }
        return frames;
    }
}
