using System.IO.Compression;

namespace EcommerceBot.Host.Profiling.Pprof;

/// <summary>
/// A profile in the format of https://github.com/google/pprof/blob/main/proto/profile.proto, gzipped. Field numbers below are that file's; a location here is
/// a method, since the runtime's sampler tells no lines.
/// </summary>
internal sealed class ProfileBuilder
{
    private const long SampleNanoseconds = 1_000_000;

    private readonly Pool<string> _strings = new(0);
    private readonly Pool<Frame> _frames = new(1);
    private readonly Dictionary<string, (long[] Locations, long Count, long Cpu, long Wall)> _samples = [];

    // The format wants the empty string to be number 0.
    public ProfileBuilder() => _strings.NumberOf("");

    /// <param name="frames">Innermost first.</param>
    /// <param name="cpu">Nanoseconds in managed code.</param>
    /// <param name="wall">Nanoseconds in all.</param>
    public void Add(IReadOnlyList<Frame> frames, long cpu, long wall)
    {
        long[] locations = [.. frames.Select(_frames.NumberOf)];
        var stack = string.Join(',', locations);
        var (_, count, oldCpu, oldWall) = _samples.GetValueOrDefault(stack);
        _samples[stack] = (locations, count + 1, oldCpu + cpu, oldWall + wall);
    }

    public byte[] Write(DateTimeOffset start, TimeSpan duration)
    {
        var profile = new ProtoWriter();
        profile.Message(1, type => Type(type, "samples", "count"));
        profile.Message(1, type => Type(type, "cpu", "nanoseconds"));
        profile.Message(1, type => Type(type, "wall", "nanoseconds"));
        foreach (var (locations, count, cpu, wall) in _samples.Values)
        {
            profile.Message(2, sample =>
            {
                sample.Packed(1, locations);
                sample.Packed(2, [count, cpu, wall]);
            });
        }
        for (var number = 1; number <= _frames.Items.Count; number++)
            WriteLocation(profile, number, _frames.Items[number - 1]);
        profile.Number(9, start.ToUnixTimeMilliseconds() * 1_000_000);
        profile.Number(10, (long)duration.TotalNanoseconds);
        profile.Message(11, type => Type(type, "cpu", "nanoseconds"));
        profile.Number(12, SampleNanoseconds);
        profile.Number(14, _strings.NumberOf("cpu"));
        // Last, because writing the others adds to it.
        foreach (var text in _strings.Items)
            profile.Text(6, text);
        return Gzip(profile.ToArray());
    }

    private void WriteLocation(ProtoWriter profile, long number, Frame frame)
    {
        profile.Message(4, location =>
        {
            location.Number(1, number);
            location.Message(4, line => line.Number(1, number));
        });
        profile.Message(5, function =>
        {
            function.Number(1, number);
            function.Number(2, _strings.NumberOf(frame.Method));
            function.Number(3, _strings.NumberOf(frame.Method));
            function.Number(4, _strings.NumberOf(frame.Module));
        });
    }

    private void Type(ProtoWriter type, string name, string unit)
    {
        type.Number(1, _strings.NumberOf(name));
        type.Number(2, _strings.NumberOf(unit));
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}
