using Google.Protobuf;

namespace EcommerceBot.Integration.Tests.Watching;

/// <summary>One protobuf message as it stands on the wire: its fields by number. Read with Google's own reader, so that it does not share our writer's mistakes.</summary>
internal sealed class Wire
{
    private readonly List<(int Field, object Value)> _fields = [];

    public Wire(ByteString bytes)
    {
        using var input = new CodedInputStream(bytes.ToByteArray());
        for (var tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            var field = WireFormat.GetTagFieldNumber(tag);
            _fields.Add(WireFormat.GetTagWireType(tag) switch
            {
                WireFormat.WireType.Varint => (field, input.ReadInt64()),
                WireFormat.WireType.Fixed64 => (field, (long)input.ReadFixed64()),
                WireFormat.WireType.Fixed32 => (field, (long)input.ReadFixed32()),
                WireFormat.WireType.LengthDelimited => (field, input.ReadBytes()),
                var other => throw new InvalidDataException($"Wire type {other} of field {field} is none that the format uses."),
            });
        }
    }

    public IEnumerable<Wire> Messages(int field) => All<ByteString>(field).Select(bytes => new Wire(bytes));

    public IEnumerable<string> Texts(int field) => All<ByteString>(field).Select(bytes => bytes.ToStringUtf8());

    public string Text(int field) => Texts(field).FirstOrDefault() ?? "";

    public string Hex(int field) => All<ByteString>(field).Select(bytes => Convert.ToHexStringLower(bytes.ToByteArray())).FirstOrDefault() ?? "";

    public long Number(int field) => All<long>(field).FirstOrDefault();

    public List<long> Packed(int field)
    {
        var numbers = new List<long>();
        foreach (var bytes in All<ByteString>(field))
        {
            using var input = new CodedInputStream(bytes.ToByteArray());
            while (!input.IsAtEnd)
                numbers.Add(input.ReadInt64());
        }
        return numbers;
    }

    private IEnumerable<T> All<T>(int field) => _fields.Where(x => x.Field == field).Select(x => x.Value).Cast<T>();
}
