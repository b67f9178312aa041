using System.Buffers;
using SyncGen.Conflicts;
using SyncGen.Model;
using SyncGen.OData.Compact;
using SyncGen.OData.Tests.Model;
using SyncGen.Providers;
using SyncGen.Testing.Mutations;
using SyncGen.Versions;
using Xunit.Abstractions;

namespace SyncGen.OData.Tests;

/// <summary>Damaged messages of the compact format are read, or refused as malformed; no other exception, no hang, no more memory than they are worth.</summary>
public sealed class CompactMutationTests(ITestOutputHelper output)
{
    // Always the same: so that the seed of a run says all.
    private const int MessageSeed = 20261129;
    private const int RowsMax = 3;

    // An edit of a deleted row takes five bytes, and a row of some hundreds in memory.
    private static readonly MemoryBound s_bound = new(PerByte: 200, Always: 64 << 10);

    private static readonly SyncScope s_scope = DefaultScope.Definition;
    private static readonly SyncTable<AllTypes> s_table = s_scope.Tables.OfType<SyncTable<AllTypes>>().Single();
    private static readonly SyncTable<Tag> s_tags = s_scope.Tables.OfType<SyncTable<Tag>>().Single();
    private static readonly LeafState s_leaf = new(new ReplicaId(7), new ReplicaId(8), 5, 6, 7, "f", [1, 2], [3]);
    private static readonly HubState s_hub = new(new ReplicaId(UInt128.MaxValue), 9, 8, "print", new ReplicaId(1), [3], MayHaveLost: true);
    private static readonly PeerState s_peer = new(new ReplicaId(5), 6, Known(), "f");
    private static readonly PullRequest s_request = new(new ReplicaId(5), Known(), 7, [1, 2], false, [3]) { GoesOn = true };
    private static readonly EditBatch s_sent = Edits(new Random(MessageSeed), RowsMax);

    public static TheoryData<string> Messages => ["download call", "upload call", "download answer", "upload answer", "peer call", "peer answer"];

    [Theory]
    [MemberData(nameof(Messages))]
    public void Damaged_message_is_read_or_refused(string kind) =>
        MutationRun.Run(new MessagePackMutator(Written(kind)).Damage, message => TryRead(message, kind), s_bound, output.WriteLine);

    [Theory]
    [MemberData(nameof(Messages))]
    public void What_breaks_off_anywhere_is_refused(string kind)
    {
        foreach (var message in Written(kind))
        {
            Assert.True(TryRead(message, kind));
            for (var length = 0; length < message.Length; length++)
            {
                Assert.False(TryRead(message[..length], kind), $"{length} of {message.Length} bytes");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Lengths_that_nobody_has_take_no_memory(string kind)
    {
        var (read, refused) = (0, 0);
        foreach (var message in new MessagePackMutator(Written(kind)[..3]).WithLongHeads())
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var isRead = TryRead(message, kind);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, s_bound.Of(message.Length));
            (read, refused) = isRead ? (read + 1, refused) : (read, refused + 1);
        }

        // Cursors and markers may be any bytes.
        Assert.InRange(read, 0, refused / 5);
    }

    private static List<byte[]> Written(string kind)
    {
        var random = new Random(MessageSeed);
        return [.. Enumerable.Range(0, 12).Select(_ =>
        {
            var target = new ArrayBufferWriter<byte>();
            Write(kind, target, random);
            return target.WrittenSpan.ToArray();
        })];
    }

    private static void Write(string kind, IBufferWriter<byte> target, Random random)
    {
        switch (kind)
        {
            case "download call":
                CompactFormat.Write(target, new DownloadCall(s_leaf, random.Next(3) == 0 ? null : new DownloadRequest(s_leaf.Leaf, 3, [1, 2, 3], false) { GoesOn = true }));
                break;
            case "upload call":
                CompactFormat.Write(target, s_scope, new UploadCall(s_leaf, Edits(random, random.Next(1, RowsMax))));
                break;
            case "download answer":
                CompactFormat.Write(target, s_scope, new DownloadAnswer(s_hub, Header(), Changes(random)));
                break;
            case "upload answer":
                CompactFormat.Write(target, s_scope, Answer(random));
                break;
            case "peer call":
                CompactFormat.Write(target, s_scope, new PeerCall(PeerOperation.Apply, "f") { Partner = s_peer, Request = s_request, Marker = [1], Known = 2, Header = Header(), Batch = Versioned(random) });
                break;
            default:
                CompactFormat.Write(target, s_scope, new PeerAnswer { State = s_peer, Is = true, Request = s_request, Header = Header(), Batch = Versioned(random), Result = Answer(random).Result });
                break;
        }
    }

    private static object Read(string kind, byte[] message) => kind switch
    {
        "download call" => CompactFormat.ReadDownloadCall(message),
        "upload call" => CompactFormat.ReadUploadCall(message, s_scope),
        "download answer" => CompactFormat.ReadDownloadAnswer(message, s_scope),
        "upload answer" => CompactFormat.ReadUploadAnswer(message, s_scope, s_sent),
        "peer call" => CompactFormat.ReadPeerCall(message, s_scope),
        _ => CompactFormat.ReadPeerAnswer(message, s_scope),
    };

    private static bool TryRead(byte[] message, string kind)
    {
        try
        {
            Read(kind, message);
            return true;
        }
        catch (SyncException error) when (error.Code == SyncErrorCode.MalformedData)
        {
            return false;
        }
    }

    private static EditBatch Edits(Random random, int rows)
    {
        var edits = new TableEdits<AllTypes>(s_table);
        edits.Edits.AddRange(Enumerable.Range(1, rows).Select(i => new RowEdit<AllTypes>(RandomRows.AllTypes(i, random), i % 3 == 0, i, 4, 5)));
        return new EditBatch([edits], rows, 0);
    }

    private static ChangeBatch Changes(Random random)
    {
        var all = new TableChanges<AllTypes>(s_table);
        var tags = new TableChanges<Tag>(s_tags);
        for (var i = random.Next(RowsMax); i >= 0; i--)
        {
            all.Rows.Add(new RowChange<AllTypes>(RandomRows.AllTypes(i, random), (ChangeKind)(i % 3 + 1), default, default, 0));
            tags.Rows.Add(new RowChange<Tag>(new Tag { ID = i, Name = new Guid(i, 2, 3, new byte[8]).ToString() }, ChangeKind.Write, default, default, 0));
        }

        return new ChangeBatch([tags, all], [9, 9], IsLast: true, 12) { Unreadable = [new UnreadableRow("t", "k", default, "e")] };
    }

    private static ChangeHeader Header() => new(s_hub.Hub, 10, Known(), 11, true, false, [4]);

    private static Knowledge Known()
    {
        var knowledge = new Knowledge();
        knowledge.Raise(s_hub.Hub, 7);
        knowledge.Raise(s_leaf.Leaf, long.MaxValue);
        return knowledge;
    }

    private static ChangeBatch Versioned(Random random)
    {
        var rows = new TableChanges<AllTypes>(s_table);
        rows.Rows.AddRange(Enumerable.Range(1, RowsMax).Select(i => new RowChange<AllTypes>(
            RandomRows.AllTypes(i, random), (ChangeKind)(i % 3 + 1), new SyncVersion(new ReplicaId((UInt128)i), i), i == 1 ? default : new SyncVersion(s_hub.Hub, i), random.NextInt64(1L << 50))));
        return new ChangeBatch([rows], [9], IsLast: false, 5) { Unreadable = [new UnreadableRow("t", "k", new SyncVersion(s_hub.Hub, 3), "e")] };
    }

    private static UploadAnswer Answer(Random random)
    {
        var answers = new TableAnswers<AllTypes>(s_table);
        answers.Answers.AddRange(Enumerable.Range(1, RowsMax).Select(i => new EditAnswer<AllTypes>(i, (EditOutcome)random.Next(1, 4), RandomRows.AllTypes(i, random), i * 3)));
        var note = new RowNote("t", "k", SyncErrorCode.Rejected, "m") { Policy = ConflictPolicy.ServerWins, Outcome = ConflictOutcome.Local };
        return new UploadAnswer([answers], new BatchResult([new TableCounts("t") { Written = 1 }], [note]), [1, 2, 3]);
    }
}
