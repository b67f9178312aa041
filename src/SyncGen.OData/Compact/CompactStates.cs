using MessagePack;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.OData.Compact;

/// <summary>What stores say of themselves, in the compact format.</summary>
internal static class CompactStates
{
    public static void Write(ref MessagePackWriter writer, LeafState leaf)
    {
        writer.WriteArrayHeader(8);
        CompactValues.Write(ref writer, leaf.Leaf);
        CompactValues.Write(ref writer, leaf.Hub);
        writer.Write(leaf.Tick);
        writer.Write(leaf.Anchor);
        writer.Write(leaf.PendingEdits);
        writer.Write(leaf.Fingerprint);
        CompactValues.Write(ref writer, leaf.HubMarker);
        CompactValues.Write(ref writer, leaf.Marker);
    }

    public static LeafState ReadLeaf(ref MessagePackReader reader)
    {
        CompactValues.RequireArray(ref reader, 8);
        return new LeafState(
            CompactValues.ReadReplica(ref reader), CompactValues.ReadReplica(ref reader), CompactValues.ReadNatural(ref reader), CompactValues.ReadNatural(ref reader), CompactValues.ReadNatural(ref reader),
            CompactValues.ReadText(ref reader), CompactValues.ReadBytes(ref reader), CompactValues.ReadBytes(ref reader));
    }

    public static void Write(ref MessagePackWriter writer, DownloadRequest? request)
    {
        if (request is null)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteArrayHeader(4);
        writer.Write(request.Anchor);
        CompactValues.Write(ref writer, request.Cursor);
        writer.Write(request.Reconcile);
        writer.Write(request.GoesOn);
    }

    public static DownloadRequest? ReadRequest(ref MessagePackReader reader, ReplicaId leaf)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        CompactValues.RequireArray(ref reader, 4);
        return new DownloadRequest(leaf, CompactValues.ReadNatural(ref reader), CompactValues.ReadBytes(ref reader), reader.ReadBoolean()) { GoesOn = reader.ReadBoolean() };
    }

    public static void Write(ref MessagePackWriter writer, HubState hub)
    {
        writer.WriteArrayHeader(7);
        CompactValues.Write(ref writer, hub.Hub);
        writer.Write(hub.Tick);
        writer.Write(hub.Taken);
        writer.Write(hub.Fingerprint);
        CompactValues.Write(ref writer, hub.FormerHub);
        CompactValues.Write(ref writer, hub.TakenMarker);
        writer.Write(hub.MayHaveLost);
    }

    public static HubState ReadHub(ref MessagePackReader reader)
    {
        CompactValues.RequireArray(ref reader, 7);
        return new HubState(
            CompactValues.ReadReplica(ref reader), CompactValues.ReadNatural(ref reader), CompactValues.ReadNatural(ref reader), CompactValues.ReadText(ref reader),
            CompactValues.ReadReplica(ref reader), CompactValues.ReadBytes(ref reader), reader.ReadBoolean());
    }

    // What a hub knows is of no use to a leaf, which passes nothing on.
    public static void Write(ref MessagePackWriter writer, ChangeHeader? header)
    {
        if (header is null)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteArrayHeader(5);
        writer.Write(header.Watermark);
        writer.Write(header.ExpectedRows);
        writer.Write(header.Restarted);
        writer.Write(header.Reconcile);
        CompactValues.Write(ref writer, header.Marker);
    }

    public static ChangeHeader? ReadHeader(ref MessagePackReader reader, ReplicaId source)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        CompactValues.RequireArray(ref reader, 5);
        return new ChangeHeader(
            source, CompactValues.ReadNatural(ref reader), new Knowledge(), CompactValues.ReadNatural(ref reader), reader.ReadBoolean(), reader.ReadBoolean(), CompactValues.ReadBytes(ref reader));
    }
}
