using System.Buffers;
using MessagePack;
using SyncGen.Model;
using SyncGen.OData.Feeds;
using SyncGen.Providers;

namespace SyncGen.OData.Compact;

/// <summary>
/// The compact format, which SyncGen's own clients and services speak: MessagePack, rows column by column. Thread-safe.
/// </summary>
public static class CompactFormat
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "application/vnd.syncgen.compact";

    private const int Version = 1;

    private delegate TMessage Reading<TMessage>(ref MessagePackReader reader);

    /// <summary>Writes a call.</summary>
    public static void Write(IBufferWriter<byte> target, DownloadCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var writer = Begin(target, 2);
        CompactStates.Write(ref writer, call.Leaf);
        CompactStates.Write(ref writer, call.Request);
        writer.Flush();
    }

    /// <summary>Reads a call.</summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.MalformedData"/>: it is none.</exception>
    public static DownloadCall ReadDownloadCall(ReadOnlyMemory<byte> message) => Read(message, 2, static (ref MessagePackReader reader) =>
    {
        var leaf = CompactStates.ReadLeaf(ref reader);
        return new DownloadCall(leaf, CompactStates.ReadRequest(ref reader, leaf.Leaf));
    });

    /// <summary>Writes an answer.</summary>
    public static void Write(IBufferWriter<byte> target, SyncScope scope, DownloadAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var writer = Begin(target, 3);
        CompactStates.Write(ref writer, answer.Hub);
        CompactStates.Write(ref writer, answer.Header);
        CompactBatches.Write(ref writer, scope, answer.Batch, withVersions: false);
        writer.Flush();
    }

    /// <summary>Reads an answer.</summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.MalformedData"/>: it is none.</exception>
    public static DownloadAnswer ReadDownloadAnswer(ReadOnlyMemory<byte> message, SyncScope scope) => Read(message, 3, (ref MessagePackReader reader) =>
    {
        var hub = CompactStates.ReadHub(ref reader);
        var header = CompactStates.ReadHeader(ref reader, hub.Hub);
        return new DownloadAnswer(hub, header, CompactBatches.ReadChanges(ref reader, scope, withVersions: false));
    });

    /// <summary>Writes a call.</summary>
    public static void Write(IBufferWriter<byte> target, SyncScope scope, UploadCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var writer = Begin(target, 2);
        CompactStates.Write(ref writer, call.Leaf);
        CompactBatches.Write(ref writer, scope, call.Batch);
        writer.Flush();
    }

    /// <summary>Reads whose upload a message is, and not the edits: in which form these are, the leaf's model says.</summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.MalformedData"/>: it is none.</exception>
    public static LeafState ReadUploadingLeaf(ReadOnlyMemory<byte> message) => Read(message, 2, CompactStates.ReadLeaf, isWhole: false);

    /// <summary>Reads a call.</summary>
    /// <param name="message">The message, which is in memory: its size is for the caller to limit.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="limits">How many rows it may hold, how large and with how long texts; null: <see cref="FeedLimits.Default"/>.</param>
    /// <exception cref="SyncException">
    /// <see cref="SyncErrorCode.MalformedData"/>: it is none; <see cref="SyncErrorCode.LimitExceeded"/>: it holds more than the limits allow.
    /// </exception>
    public static UploadCall ReadUploadCall(ReadOnlyMemory<byte> message, SyncScope scope, FeedLimits? limits = null) => Read(message, 2, (ref MessagePackReader reader) =>
        new UploadCall(CompactStates.ReadLeaf(ref reader), CompactBatches.ReadEdits(ref reader, scope, limits ?? FeedLimits.Default)));

    /// <summary>Writes an answer. Rows are in it where the hub decided otherwise; the leaf has the others.</summary>
    public static void Write(IBufferWriter<byte> target, SyncScope scope, UploadAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var writer = Begin(target, 3);
        CompactAnswers.Write(ref writer, scope, answer.Tables);
        CompactAnswers.Write(ref writer, answer.Result);
        CompactValues.Write(ref writer, answer.Marker);
        writer.Flush();
    }

    /// <summary>Reads the answer to a batch.</summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.MalformedData"/>: it is none, or one to other edits.</exception>
    public static UploadAnswer ReadUploadAnswer(ReadOnlyMemory<byte> message, SyncScope scope, EditBatch batch) => Read(message, 3, (ref MessagePackReader reader) =>
    {
        var tables = CompactAnswers.Read(ref reader, scope, batch);
        var result = CompactAnswers.ReadResult(ref reader);
        return new UploadAnswer(tables, result, CompactValues.ReadBytes(ref reader));
    });

    /// <summary>Writes what a peer says to another one.</summary>
    public static void Write(IBufferWriter<byte> target, SyncScope scope, PeerCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var writer = Begin(target, 8);
        writer.Write((byte)call.Operation);
        writer.Write(call.Fingerprint);
        CompactPeers.Write(ref writer, call.Partner);
        CompactPeers.Write(ref writer, call.Request);
        CompactValues.Write(ref writer, call.Marker);
        writer.Write(call.Known);
        CompactPeers.Write(ref writer, call.Header);
        CompactBatches.Write(ref writer, scope, call.Batch, withVersions: true);
        writer.Flush();
    }

    /// <summary>Reads what a peer says to another one.</summary>
    /// <param name="message">The message, which is in memory: its size is for the caller to limit.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="limits">How many rows it may hold, how large and with how long texts; null: <see cref="FeedLimits.Default"/>.</param>
    /// <exception cref="SyncException">
    /// <see cref="SyncErrorCode.MalformedData"/>: it is none; <see cref="SyncErrorCode.LimitExceeded"/>: it holds more than the limits allow.
    /// </exception>
    public static PeerCall ReadPeerCall(ReadOnlyMemory<byte> message, SyncScope scope, FeedLimits? limits = null) => Read(message, 8, (ref MessagePackReader reader) =>
        new PeerCall((PeerOperation)reader.ReadByte(), CompactValues.ReadText(ref reader))
        {
            Partner = CompactPeers.ReadState(ref reader),
            Request = CompactPeers.ReadRequest(ref reader, scope),
            Marker = CompactValues.ReadBytes(ref reader),
            Known = CompactValues.ReadNatural(ref reader),
            Header = CompactPeers.ReadHeader(ref reader, scope),
            Batch = CompactBatches.ReadChanges(ref reader, scope, withVersions: true, limits ?? FeedLimits.Default),
        });

    /// <summary>Writes what a peer answers.</summary>
    public static void Write(IBufferWriter<byte> target, SyncScope scope, PeerAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var writer = Begin(target, 6);
        CompactPeers.Write(ref writer, answer.State);
        writer.Write(answer.Is);
        CompactPeers.Write(ref writer, answer.Request);
        CompactPeers.Write(ref writer, answer.Header);
        CompactBatches.Write(ref writer, scope, answer.Batch, withVersions: true);
        CompactAnswers.Write(ref writer, answer.Result);
        writer.Flush();
    }

    /// <summary>Reads what a peer answers.</summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.MalformedData"/>: it is none.</exception>
    public static PeerAnswer ReadPeerAnswer(ReadOnlyMemory<byte> message, SyncScope scope) => Read(message, 6, (ref MessagePackReader reader) => new PeerAnswer
    {
        State = CompactPeers.ReadState(ref reader),
        Is = reader.ReadBoolean(),
        Request = CompactPeers.ReadRequest(ref reader, scope),
        Header = CompactPeers.ReadHeader(ref reader, scope),
        Batch = CompactBatches.ReadChanges(ref reader, scope, withVersions: true),
        Result = CompactAnswers.ReadResult(ref reader),
    });

    private static MessagePackWriter Begin(IBufferWriter<byte> target, int length)
    {
        var writer = new MessagePackWriter(target);
        writer.WriteArrayHeader(length + 1);
        writer.Write(Version);
        return writer;
    }

    private static TMessage Read<TMessage>(ReadOnlyMemory<byte> message, int length, Reading<TMessage> read, bool isWhole = true)
    {
        try
        {
            var reader = new MessagePackReader(message);
            CompactValues.RequireArray(ref reader, length + 1);
            var version = reader.ReadInt32();
            if (version != Version)
            {
                throw Malformed.Of($"The message has version {version} of the compact format, and this program reads version {Version}. Bring both sides to the same version of SyncGen.");
            }

            var result = read(ref reader);
            return reader.End || !isWhole ? result : throw Malformed.Of("Something follows the message.");
        }
        catch (Exception error) when (error is MessagePackSerializationException or IOException or OverflowException or ArgumentException or FormatException or InvalidOperationException or InvalidCastException)
        {
            // A converter of the application may throw what it likes over a value that it never wrote.
            throw Malformed.Of($"The message is not in the compact format, or breaks off: {error.Message}", error);
        }
    }
}
