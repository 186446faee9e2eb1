using System.Buffers;

namespace EcommerceBot.Host.Profiling.Pprof;

/// <summary>The few protobuf wire types a profile needs: varints, strings, packed numbers and messages inside messages.</summary>
internal sealed class ProtoWriter
{
    private const int Varint = 0;
    private const int LengthDelimited = 2;
    private const int LongestVarint = 10;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    public void Number(int field, long value)
    {
        Key(field, Varint);
        Raw((ulong)value);
    }

    public void Text(int field, string text) => Bytes(field, System.Text.Encoding.UTF8.GetBytes(text));

    public void Packed(int field, IEnumerable<long> values)
    {
        var inner = new ProtoWriter();
        foreach (var value in values)
            inner.Raw((ulong)value);
        Bytes(field, inner.ToArray());
    }

    public void Message(int field, Action<ProtoWriter> write)
    {
        var inner = new ProtoWriter();
        write(inner);
        Bytes(field, inner.ToArray());
    }

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    private void Bytes(int field, ReadOnlySpan<byte> bytes)
    {
        Key(field, LengthDelimited);
        Raw((ulong)bytes.Length);
        _bytes.Write(bytes);
    }

    private void Key(int field, int wireType) => Raw((ulong)((field << 3) | wireType));

    private void Raw(ulong value)
    {
        var room = _bytes.GetSpan(LongestVarint);
        var length = 0;
        for (; value >= 0x80; value >>= 7)
            room[length++] = (byte)(value | 0x80);
        room[length++] = (byte)value;
        _bytes.Advance(length);
    }
}
