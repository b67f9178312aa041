using MessagePack;
using SyncGen.Filters;
using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.OData.Compact;

/// <summary>What peers say of themselves, in the compact format: with their knowledge, and the parts that they hold.</summary>
internal static class CompactPeers
{
    public static void Write(ref MessagePackWriter writer, PeerState? state)
    {
        if (state is null)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteArrayHeader(4);
        CompactValues.Write(ref writer, state.Replica);
        writer.Write(state.Tick);
        writer.Write(state.Knowledge.ToBytes());
        writer.Write(state.Fingerprint);
    }

    public static PeerState? ReadState(ref MessagePackReader reader)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        CompactValues.RequireArray(ref reader, 4);
        return new PeerState(
            CompactValues.ReadReplica(ref reader), CompactValues.ReadNatural(ref reader), ReadKnowledge(ref reader), CompactValues.ReadText(ref reader));
    }

    public static void Write(ref MessagePackWriter writer, PullRequest? request)
    {
        if (request is null)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteArrayHeader(8);
        CompactValues.Write(ref writer, request.Destination);
        writer.Write(request.Knowledge.ToBytes());
        writer.Write(request.Anchor);
        CompactValues.Write(ref writer, request.Cursor);
        writer.Write(request.Reload);
        CompactValues.Write(ref writer, request.Marker);
        writer.Write(request.Filter?.Text);
        writer.Write(request.GoesOn);
    }

    public static PullRequest? ReadRequest(ref MessagePackReader reader, SyncScope scope)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        CompactValues.RequireArray(ref reader, 8);
        return new PullRequest(
            CompactValues.ReadReplica(ref reader), ReadKnowledge(ref reader), CompactValues.ReadNatural(ref reader), CompactValues.ReadBytes(ref reader),
            reader.ReadBoolean(), CompactValues.ReadBytes(ref reader))
        {
            Filter = ReadFilter(ref reader, scope),
            GoesOn = reader.ReadBoolean(),
        };
    }

    public static void Write(ref MessagePackWriter writer, ChangeHeader? header)
    {
        if (header is null)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteArrayHeader(8);
        CompactValues.Write(ref writer, header.Source);
        writer.Write(header.Watermark);
        writer.Write(header.Knowledge.ToBytes());
        writer.Write(header.ExpectedRows);
        writer.Write(header.Restarted);
        writer.Write(header.Reconcile);
        CompactValues.Write(ref writer, header.Marker);
        writer.Write(header.Filter?.Text);
    }

    public static ChangeHeader? ReadHeader(ref MessagePackReader reader, SyncScope scope)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        CompactValues.RequireArray(ref reader, 8);
        return new ChangeHeader(
            CompactValues.ReadReplica(ref reader), CompactValues.ReadNatural(ref reader), ReadKnowledge(ref reader), CompactValues.ReadNatural(ref reader),
            reader.ReadBoolean(), reader.ReadBoolean(), CompactValues.ReadBytes(ref reader))
        {
            Filter = ReadFilter(ref reader, scope),
        };
    }

    private static Knowledge ReadKnowledge(ref MessagePackReader reader) => Knowledge.Read(CompactValues.ReadBytes(ref reader));

    private static FilterBinding? ReadFilter(ref MessagePackReader reader, SyncScope scope) => reader.ReadString() is { } text ? FilterBinding.Read(scope, text) : null;
}
