using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SyncGen.AspNetCore.Errors;
using SyncGen.AspNetCore.Requests;
using SyncGen.OData.Blobs;
using SyncGen.Versions;

namespace SyncGen.AspNetCore.Compact;

/// <summary>
/// What a leaf that speaks the compact format can prove. It says who it is and how far it has read; but its identity counts as its
/// user's alone, and what it has read counts as far as the marker goes that the hub gave it, which only the service can make.
/// </summary>
internal sealed class ProvenLeaf
{
    private readonly BlobProtector _blobs;
    private readonly string _user;
    private readonly ServerBlob? _blob;

    public ProvenLeaf(BlobProtector blobs, string user, ReplicaId claimed, byte[]? marker)
    {
        (_blobs, _user, Id) = (blobs, user, Of(user, claimed));
        _blob = Unwrap(marker) is { } blob && blob.Leaf == Id ? blob : null;
    }

    /// <summary>Its identity at this hub: nobody else's leaf can have it, whatever it calls itself.</summary>
    public ReplicaId Id { get; }

    /// <summary>The hub that gave the marker; none if there is none.</summary>
    public ReplicaId Hub => _blob?.Hub ?? ReplicaId.None;

    /// <summary>The hub's own marker; null if there is none.</summary>
    public byte[]? Marker => _blob?.Marker;

    /// <summary>How far it has read a hub at the most, in the hub's ticks.</summary>
    public long AnchorOf(ReplicaId hub) => Hub == hub ? _blob!.Anchor : 0;

    /// <summary>
    /// Makes a marker for the leaf of the hub's own. It begins with that, so that later ones are still greater, byte by byte; its last
    /// two bytes say how long that is.
    /// </summary>
    public byte[]? Wrap(byte[]? marker, ReplicaId hub, long anchor)
    {
        if (marker is null)
        {
            return null;
        }

        var blob = _blobs.Protect(new ServerBlob(Id, hub, Math.Max(anchor, AnchorOf(hub)), null, 0, marker, ""), _user);
        var wrapped = new byte[marker.Length + blob.Length + sizeof(ushort)];
        marker.CopyTo(wrapped, 0);
        blob.CopyTo(wrapped, marker.Length);
        BinaryPrimitives.WriteUInt16BigEndian(wrapped.AsSpan(marker.Length + blob.Length), checked((ushort)marker.Length));
        return wrapped;
    }

    // What is no marker of this service, or another user's, proves nothing; it is no reason to turn the leaf away.
    private ServerBlob? Unwrap(byte[]? wrapped)
    {
        if (wrapped is null or { Length: <= sizeof(ushort) })
        {
            return null;
        }

        var end = wrapped.Length - sizeof(ushort);
        var length = BinaryPrimitives.ReadUInt16BigEndian(wrapped.AsSpan(end));
        try
        {
            return length < end && _blobs.Read(wrapped[length..end], _user) is { } blob && wrapped.AsSpan(0, length).SequenceEqual(blob.Marker) ? blob : null;
        }
        catch (ServiceException)
        {
            return null;
        }
    }

    private static ReplicaId Of(string user, ReplicaId claimed)
    {
        if (user.Length == 0)
        {
            return claimed;
        }

        var hash = SHA256.HashData([.. claimed.ToBytes(), .. Encoding.UTF8.GetBytes(user)]);
        return ReplicaId.Read(hash.AsSpan(0, ReplicaId.Size));
    }
}
