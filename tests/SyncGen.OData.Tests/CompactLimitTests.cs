using System.Buffers;
using SyncGen.Model;
using SyncGen.OData.Compact;
using SyncGen.OData.Feeds;
using SyncGen.OData.Tests.Model;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.OData.Tests;

/// <summary>Messages of the compact format hold no more than the limits allow.</summary>
public sealed class CompactLimitTests
{
    private static readonly SyncTable<Tag> s_tags = DefaultScope.Definition.Tables.OfType<SyncTable<Tag>>().Single();
    private static readonly LeafState s_leaf = new(new ReplicaId(7), ReplicaId.None, 0, 0, 0, "f", null, null);

    [Theory]
    [InlineData(3, 10, true)]
    [InlineData(4, 10, false)]
    [InlineData(1, 20, true)]
    [InlineData(1, 21, false)]
    public void Rows_and_texts_are_counted(int rows, int length, bool isTaken)
    {
        var limits = new FeedLimits { EntriesMax = 3, TextLengthMax = 20 };
        var edits = new TableEdits<Tag>(s_tags);
        var changes = new TableChanges<Tag>(s_tags);
        for (var i = 0; i < rows; i++)
        {
            var tag = new Tag { Name = new string((char)('a' + i), length) };
            edits.Edits.Add(new RowEdit<Tag>(tag, false, i + 1, 0, 0));
            changes.Rows.Add(new RowChange<Tag>(tag, ChangeKind.Write, new SyncVersion(new ReplicaId(1), i + 1), SyncVersion.None, 0));
        }

        var upload = Message(target => CompactFormat.Write(target, DefaultScope.Definition, new UploadCall(s_leaf, new EditBatch([edits], rows, 0))));
        var peer = Message(target => CompactFormat.Write(target, DefaultScope.Definition, new PeerCall(PeerOperation.Apply, "f") { Batch = new ChangeBatch([changes], [], true, 0) }));

        Check(() => CompactFormat.ReadUploadCall(upload, DefaultScope.Definition, limits));
        Check(() => CompactFormat.ReadPeerCall(peer, DefaultScope.Definition, limits));

        void Check(Action read)
        {
            var error = Record.Exception(read);
            Assert.Equal(isTaken ? null : SyncErrorCode.LimitExceeded, (error as SyncException)?.Code);
        }
    }

    [Fact]
    public void Rows_of_all_tables_count_together()
    {
        var edits = Enumerable.Range(0, 4).Select(i =>
        {
            var one = new TableEdits<Tag>(s_tags);
            one.Edits.Add(new RowEdit<Tag>(new Tag { Name = $"{i}" }, false, i + 1, 0, 0));
            return one;
        });
        var message = Message(target => CompactFormat.Write(target, DefaultScope.Definition, new UploadCall(s_leaf, new EditBatch([.. edits], 4, 0))));

        var error = Assert.Throws<SyncException>(() => CompactFormat.ReadUploadCall(message, DefaultScope.Definition, new FeedLimits { EntriesMax = 3 }));

        Assert.Equal(SyncErrorCode.LimitExceeded, error.Code);
        Assert.Contains("more than 3 rows", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Message(Action<IBufferWriter<byte>> write)
    {
        var target = new ArrayBufferWriter<byte>();
        write(target);
        return target.WrittenSpan.ToArray();
    }
}
