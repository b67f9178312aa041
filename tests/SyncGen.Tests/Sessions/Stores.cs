using Microsoft.Extensions.Time.Testing;
using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Tests.InMemory;
using SyncGen.Tests.Rows;

namespace SyncGen.Tests.Sessions;

/// <summary>Makes stores in memory that share a scope and a clock, and lets an application write to them.</summary>
internal sealed class Stores(ConflictPolicy policy = ConflictPolicy.LatestWins, string scope = "notes")
{
    private int _ids;

    public SyncScope Scope { get; } = new(scope, "0123456789abcdef", [new NoteTable(policy), new TagTable()]);

    public TestEnvironment Environment { get; } = new(new FakeTimeProvider(new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero)));

    public SyncOptions Options(SyncOrder order = SyncOrder.UploadDownload, int batchBytesMax = 1 << 20, int retries = 0, bool readsAhead = true) => new()
    {
        Order = order,
        BatchBytesMax = batchBytesMax,
        ReadsAhead = readsAhead,
        TransientRetriesMax = retries,
        TransientRetryDelay = TimeSpan.Zero,
        Environment = Environment,
    };

    public MemoryPeer Peer(string name = "peer") => new(Scope, name, new((UInt128)(++_ids)));

    public MemoryLeaf Leaf(string name = "leaf") => new(Scope, name, new((UInt128)(++_ids)));

    public void Write(SyncProvider store, int id, string text) => Change(store, new() { Id = id, Text = text }, isDeleted: false);

    public void Delete(SyncProvider store, int id) => Change(store, new() { Id = id }, isDeleted: true);

    public void Tag(SyncProvider store, string name, int weight)
    {
        var tag = new Tag { Name = name, Weight = weight };
        if (store is MemoryPeer peer)
        {
            peer.Table<Tag>().Write(tag, isDeleted: false, Now());
        }
        else
        {
            ((MemoryLeaf)store).Table<Tag>().Write(tag, isDeleted: false, Now());
        }
    }

    /// <summary>What the application sees, as text.</summary>
    public static string Content(SyncProvider store)
    {
        var (notes, tags) = store is MemoryPeer peer
            ? (peer.Table<Note>().Present.ToList(), peer.Table<Tag>().Present.ToList())
            : (((MemoryLeaf)store).Table<Note>().Present.ToList(), ((MemoryLeaf)store).Table<Tag>().Present.ToList());
        return string.Join(' ', notes.OrderBy(note => note.Id).Select(note => $"{note.Id}:{note.Text}")
            .Concat(tags.OrderBy(tag => tag.Name, StringComparer.Ordinal).Select(tag => $"{tag.Name}={tag.Weight}")));
    }

    private void Change(SyncProvider store, Note note, bool isDeleted)
    {
        if (store is MemoryPeer peer)
        {
            peer.Table<Note>().Write(note, isDeleted, Now());
        }
        else
        {
            ((MemoryLeaf)store).Table<Note>().Write(note, isDeleted, Now());
        }
    }

    // Each write of the application comes a millisecond after the one before.
    private long Now()
    {
        Environment.Clock.Advance(TimeSpan.FromMilliseconds(1));
        return Environment.NowMicroseconds;
    }
}
