using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers;
using Microsoft.Diagnostics.Tracing.Parsers.Clr;

namespace EcommerceBot.Host.Profiling;

/// <summary>
/// What lives on the managed heap, by type: the runtime collects once in full and reports every object that survived. The process stands still for the while.
/// </summary>
/// <param name="Objects">How many survived.</param>
/// <param name="Bytes">What they take.</param>
/// <param name="Types">The largest first.</param>
internal sealed record HeapSummary(long Objects, long Bytes, IReadOnlyList<HeapType> Types)
{
    private const int BufferMegabytes = 256;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static async Task<HeapSummary> TakeAsync(int top, CancellationToken cancellationToken)
    {
        var provider = new EventPipeProvider("Microsoft-Windows-DotNETRuntime", EventLevel.Verbose, (long)ClrTraceEventParser.Keywords.GCHeapSnapshot);
        using var session = await new DiagnosticsClient(Environment.ProcessId).StartEventPipeSessionAsync(provider, requestRundown: false, BufferMegabytes, cancellationToken);
        var count = new Count();
        var reading = Task.Run(() => Read(session, count), CancellationToken.None);
        // Ended here if the dump's end is never seen, so that nobody waits for ever.
        await Task.WhenAny(count.Complete.Task, Task.Delay(Longest, cancellationToken));
        await session.StopAsync(CancellationToken.None);
        await reading;
        cancellationToken.ThrowIfCancellationRequested();
        return count.Sum(top);
    }

    private static void Read(EventPipeSession session, Count count)
    {
        using var source = new EventPipeEventSource(session.EventStream);
        source.Clr.TypeBulkType += count.Name;
        source.Clr.GCBulkNode += count.Add;
        // Only the dump's own collection reports nodes; the one that ends after them is it.
        source.Clr.GCStop += _ => count.End();
        source.Process();
    }

    private sealed class Count
    {
        private readonly Dictionary<ulong, string> _names = [];
        private readonly Dictionary<ulong, (long Objects, long Bytes)> _types = [];

        public TaskCompletionSource Complete { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Name(GCBulkTypeTraceData data)
        {
            for (var at = 0; at < data.Count; at++)
                _names[data.Values(at).TypeID] = data.Values(at).TypeName;
        }

        public void Add(GCBulkNodeTraceData data)
        {
            for (var at = 0; at < data.Count; at++)
            {
                var node = data.Values(at);
                var (objects, bytes) = _types.GetValueOrDefault(node.TypeID);
                _types[node.TypeID] = (objects + 1, bytes + (long)node.Size);
            }
        }

        public void End()
        {
            if (_types.Count > 0)
                Complete.TrySetResult();
        }

        public HeapSummary Sum(int top) => new(
            _types.Values.Sum(type => type.Objects), _types.Values.Sum(type => type.Bytes),
            [.. _types.GroupBy(type => _names.GetValueOrDefault(type.Key, "(unnamed)"))
                .Select(type => new HeapType(type.Key, type.Sum(x => x.Value.Objects), type.Sum(x => x.Value.Bytes)))
                .OrderByDescending(type => type.Bytes).Take(top)]);
    }
}

/// <summary>One type's share of the heap.</summary>
internal sealed record HeapType(string Name, long Objects, long Bytes);
