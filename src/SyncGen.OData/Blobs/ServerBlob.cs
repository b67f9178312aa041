using SyncGen.Versions;

namespace SyncGen.OData.Blobs;

/// <summary>
/// What a hub lets a client keep for it, so that it needs no session of its own: who the client is and how far it has come. The client
/// does not look into it; whoever hands it out protects it, and binds it to the user.
/// </summary>
/// <param name="Leaf">The client's identity as a leaf.</param>
/// <param name="Hub">The hub that it has read; none before the first answer.</param>
/// <param name="Anchor">How far it has read the hub, in the hub's ticks; 0: nothing to the end yet.</param>
/// <param name="Cursor">Where its download goes on; null if none is under way.</param>
/// <param name="Taken">The greatest tick of its edits whose answer it has seen; 0: none.</param>
/// <param name="Marker">What the hub gave with its last answer; null if nothing.</param>
/// <param name="Filter">The text of its filter binding; empty: it holds all rows.</param>
public sealed record ServerBlob(ReplicaId Leaf, ReplicaId Hub, long Anchor, byte[]? Cursor, long Taken, byte[]? Marker, string Filter)
{
    private const byte Format = 1;

    /// <summary>This as bytes: some fifty, and as many as cursor, marker and filter have.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
        {
            writer.Write(Format);
            writer.Write(Leaf.ToBytes());
            writer.Write(Hub.ToBytes());
            writer.Write7BitEncodedInt64(Anchor);
            Write(writer, Cursor);
            writer.Write7BitEncodedInt64(Taken);
            Write(writer, Marker);
            writer.Write(Filter);
        }

        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote. Takes memory in proportion to the bytes, whatever they say.</summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.MalformedData"/>: the bytes are no blob of this version.</exception>
    public static ServerBlob Read(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        try
        {
            using var stream = new MemoryStream(bytes);
            using var reader = new BinaryReader(stream);
            if (reader.ReadByte() != Format)
            {
                throw Malformed.Of("The server blob is of another version. Start afresh, without a blob.");
            }

            var blob = new ServerBlob(
                ReplicaId.Read(Exactly(reader, ReplicaId.Size)), ReplicaId.Read(Exactly(reader, ReplicaId.Size)),
                reader.Read7BitEncodedInt64(), ReadBytes(reader), reader.Read7BitEncodedInt64(), ReadBytes(reader), reader.ReadString());
            return blob is { Anchor: >= 0, Taken: >= 0 } && stream.Position == stream.Length ? blob : throw Invalid(null);
        }
        catch (Exception error) when (error is IOException or FormatException or ArgumentException)
        {
            throw Invalid(error);
        }
    }

    private static void Write(BinaryWriter writer, byte[]? bytes)
    {
        writer.Write7BitEncodedInt((bytes?.Length ?? -1) + 1);
        writer.Write(bytes ?? []);
    }

    private static byte[]? ReadBytes(BinaryReader reader) =>
        reader.Read7BitEncodedInt() is > 0 and var length ? Exactly(reader, length - 1) : null;

    // What is not there is not made room for.
    private static byte[] Exactly(BinaryReader reader, int length) =>
        length <= reader.BaseStream.Length - reader.BaseStream.Position ? reader.ReadBytes(length) : throw new EndOfStreamException();

    private static SyncException Invalid(Exception? inner) => Malformed.Of("The server blob is damaged. Start afresh, without a blob.", inner);
}
