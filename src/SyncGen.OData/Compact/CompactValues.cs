using System.Buffers;
using MessagePack;
using SyncGen.Versions;

namespace SyncGen.OData.Compact;

/// <summary>The values that messages of the compact format are made of.</summary>
internal static class CompactValues
{
    public static void Write(ref MessagePackWriter writer, ReplicaId id)
    {
        Span<byte> bytes = stackalloc byte[ReplicaId.Size];
        id.WriteTo(bytes);
        WriteBinary(ref writer, bytes);
    }

    /// <summary>Writes bytes that lie on the stack.</summary>
    public static void WriteBinary(ref MessagePackWriter writer, scoped ReadOnlySpan<byte> bytes)
    {
        writer.WriteBinHeader(bytes.Length);
        WriteRaw(ref writer, bytes);
    }

    /// <summary>Writes bytes as they are.</summary>
    public static void WriteRaw(ref MessagePackWriter writer, scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(writer.GetSpan(bytes.Length));
        writer.Advance(bytes.Length);
    }

    public static ReplicaId ReadReplica(ref MessagePackReader reader) => ReplicaId.Read(CompactNumbers.ReadBytes(ref reader, ReplicaId.Size));

    public static void Write(ref MessagePackWriter writer, byte[]? bytes)
    {
        if (bytes is null)
        {
            writer.WriteNil();
        }
        else
        {
            writer.Write(bytes.AsSpan());
        }
    }

    public static byte[]? ReadBytes(ref MessagePackReader reader) => reader.ReadBytes()?.ToArray();

    public static string ReadText(ref MessagePackReader reader) => reader.ReadString() ?? throw Malformed.Of("A text is null that may not be.");

    /// <summary>Reads a tick or a number of rows.</summary>
    public static long ReadNatural(ref MessagePackReader reader) =>
        reader.ReadInt64() is >= 0 and var value ? value : throw Malformed.Of("A tick or a number of rows is negative.");

    public static void RequireArray(ref MessagePackReader reader, int length)
    {
        var found = reader.ReadArrayHeader();
        if (found != length)
        {
            throw Malformed.Of($"There are {found} values where {length} belong. Bring both sides to the same version of SyncGen.");
        }
    }
}
