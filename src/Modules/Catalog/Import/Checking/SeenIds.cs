using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace EcommerceBot.Catalog.Import.Checking;

/// <summary>
/// On which line an id stood first, for files of any length: twelve bytes a slot and no text, by a digest of which two alike are found by nobody,
/// on purpose or not. A million ids take 25 MB.
/// </summary>
internal sealed class SeenIds
{
    private const int FirstSlots = 1024;

    private ulong[] _digests = new ulong[FirstSlots];
    private int[] _lines = new int[FirstSlots];
    private int _count;

    /// <summary>Null for an id that was not seen before; else the line on which it was.</summary>
    public int? Add(string id, int line)
    {
        var digest = Digest(id);
        var slot = SlotOf(_digests, digest);
        if (_digests[slot] == digest)
            return _lines[slot];
        (_digests[slot], _lines[slot]) = (digest, line);
        if (++_count * 4L > _digests.Length * 3L)
            Grow();
        return null;
    }

    private void Grow()
    {
        var (digests, lines) = (new ulong[_digests.Length * 2], new int[_digests.Length * 2]);
        for (var old = 0; old < _digests.Length; old++)
        {
            if (_digests[old] == 0)
                continue;
            var slot = SlotOf(digests, _digests[old]);
            (digests[slot], lines[slot]) = (_digests[old], _lines[old]);
        }
        (_digests, _lines) = (digests, lines);
    }

    /// <summary>Where the digest stands, or the free place where it would.</summary>
    private static int SlotOf(ulong[] digests, ulong digest)
    {
        var slot = (int)(digest & (ulong)(digests.Length - 1));
        while (digests[slot] != 0 && digests[slot] != digest)
            slot = (slot + 1) & (digests.Length - 1);
        return slot;
    }

    private static ulong Digest(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(id.AsSpan()), hash);
        // Zero marks a free slot.
        return Math.Max(1, BinaryPrimitives.ReadUInt64LittleEndian(hash));
    }
}
