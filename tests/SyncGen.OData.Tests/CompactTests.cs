using System.Buffers;
using System.Globalization;
using SyncGen.Conflicts;
using SyncGen.Model;
using SyncGen.OData.Compact;
using SyncGen.OData.Encodings;
using SyncGen.OData.Tests.Model;
using SyncGen.Providers;
using SyncGen.Versions;
using Xunit.Abstractions;

namespace SyncGen.OData.Tests;

/// <summary>What is written in the compact format comes back as it was; what is not in it is refused.</summary>
public sealed class CompactTests(ITestOutputHelper output)
{
    private const int Rows = 300;

    private static readonly SyncTable<AllTypes> s_table = DefaultScope.Definition.Tables.OfType<SyncTable<AllTypes>>().Single();
    private static readonly SyncTable<Tag> s_tags = DefaultScope.Definition.Tables.OfType<SyncTable<Tag>>().Single();

    private static readonly LeafState s_leaf = new(new ReplicaId(7), new ReplicaId(8), 5, 6, 7, "f", [1, 2], null);

    [Fact]
    public void Rows_come_back()
    {
        var random = NewRandom();
        var tables = Changes(random);
        var sent = new DownloadAnswer(
            new HubState(new ReplicaId(UInt128.MaxValue), 9, 8, "print", new ReplicaId(1), [3], MayHaveLost: true),
            new ChangeHeader(new ReplicaId(UInt128.MaxValue), 10, new Knowledge(), 11, Restarted: true, Reconcile: false, [4]),
            new ChangeBatch(tables, [9, 9], IsLast: true, 12) { Unreadable = [new UnreadableRow("t", "k", default, "e")] });

        var read = CompactFormat.ReadDownloadAnswer(Bytes(target => CompactFormat.Write(target, DefaultScope.Definition, sent)), DefaultScope.Definition);

        Assert.Equal(sent.Hub with { TakenMarker = null }, read.Hub with { TakenMarker = null });
        Assert.Equal(sent.Hub.TakenMarker, read.Hub.TakenMarker);
        Assert.Equal((10, 11, true, false), (read.Header!.Watermark, read.Header.ExpectedRows, read.Header.Restarted, read.Header.Reconcile));
        Assert.Equal(sent.Header!.Marker, read.Header.Marker);
        Assert.Equal((true, 12, "t k e"), (read.Batch!.IsLast, read.Batch.Bytes, $"{read.Batch.Unreadable[0].Table} {read.Batch.Unreadable[0].Key} {read.Batch.Unreadable[0].Error}"));
        Assert.Equal(sent.Batch!.Cursor, read.Batch.Cursor);
        Assert.Equal(Shown(tables), Shown(read.Batch.Tables));
    }

    [Fact]
    public void Edits_and_their_answers_come_back()
    {
        var random = NewRandom();
        var edits = new TableEdits<AllTypes>(s_table);
        for (var i = 0; i < Rows; i++)
        {
            edits.Edits.Add(new RowEdit<AllTypes>(RandomRows.AllTypes(i, random), i % 5 == 0, Tick: i + 1, Time: random.NextInt64(), Anchor: random.NextInt64(100)));
        }

        var batch = new EditBatch([edits], Rows, 99) { IsLast = false };
        var read = CompactFormat.ReadUploadCall(Bytes(target => CompactFormat.Write(target, DefaultScope.Definition, new UploadCall(s_leaf, batch))), DefaultScope.Definition);

        var back = Assert.IsType<TableEdits<AllTypes>>(Assert.Single(read.Batch.Tables));
        Assert.Equal(edits.Edits.Select(Shown), back.Edits.Select(Shown));
        Assert.Equal((Rows, 99L, false), ((int)read.Batch.LastTick, read.Batch.Bytes, read.Batch.IsLast));

        var answers = new TableAnswers<AllTypes>(s_table);
        answers.Answers.AddRange(edits.Edits.Select((edit, i) => (EditOutcome)(i % 4 + 1) is EditOutcome.Replaced
            ? new EditAnswer<AllTypes>(edit.Tick, EditOutcome.Replaced, RandomRows.AllTypes(i, random), i * 3) { Rejection = SyncErrorCode.OutsideFilter }
            : new EditAnswer<AllTypes>(edit.Tick, (EditOutcome)(i % 4 + 1), edit.Row, i * 3)));
        var counts = new TableCounts("t") { Written = 1, Deleted = 2, Evicted = 3, Skipped = 4, Conflicts = 5, Quarantined = 6, Released = 7 };
        var note = new RowNote("t", "k", SyncErrorCode.Rejected, "m") { Policy = ConflictPolicy.ServerWins, Outcome = ConflictOutcome.Local };
        var sent = new UploadAnswer([answers], new BatchResult([counts], [note, note with { Outcome = null }]), [1, 2, 3]);

        var told = CompactFormat.ReadUploadAnswer(Bytes(target => CompactFormat.Write(target, DefaultScope.Definition, sent)), DefaultScope.Definition, batch);

        var one = Assert.IsType<TableAnswers<AllTypes>>(Assert.Single(told.Tables));
        Assert.Equal(answers.Answers.Select(Shown), one.Answers.Select(Shown));
        Assert.Equal(sent.Result.Notes, told.Result.Notes);
        Assert.Equal(sent.Result.Tables, told.Result.Tables);
        Assert.Equal(sent.Marker, told.Marker);
    }

    [Fact]
    public void What_peers_say_comes_back_with_versions_and_knowledge()
    {
        var random = NewRandom();
        var knowledge = new Knowledge();
        knowledge.Raise(new ReplicaId(5), 77);
        knowledge.AddMissing(new SyncVersion(new ReplicaId(5), 3));
        var rows = VersionedChanges(random);
        var sent = new PeerCall(PeerOperation.Apply, "print")
        {
            Partner = new PeerState(new ReplicaId(5), 77, knowledge, "print"),
            Request = new PullRequest(new ReplicaId(6), knowledge, 4, [1], Reload: true, [2]) { GoesOn = true },
            Marker = [3],
            Known = long.MaxValue,
            Header = new ChangeHeader(new ReplicaId(5), 9, knowledge, 10, Restarted: true, Reconcile: true, [4]),
            Batch = new ChangeBatch([rows], [5], IsLast: false, 11) { Unreadable = [new UnreadableRow("t", "k", new SyncVersion(new ReplicaId(8), 12), "e")] },
        };

        var read = CompactFormat.ReadPeerCall(Bytes(target => CompactFormat.Write(target, DefaultScope.Definition, sent)), DefaultScope.Definition);

        Assert.Equal((PeerOperation.Apply, "print", long.MaxValue), (read.Operation, read.Fingerprint, read.Known));
        Assert.Equal((sent.Partner.Replica, 77L, "print"), (read.Partner!.Replica, read.Partner.Tick, read.Partner.Fingerprint));
        Assert.All([read.Partner.Knowledge, read.Request!.Knowledge, read.Header!.Knowledge], one => Assert.Equal(knowledge.ToBytes(), one.ToBytes()));
        Assert.Equal((sent.Request.Destination, 4L, true, true), (read.Request.Destination, read.Request.Anchor, read.Request.Reload, read.Request.GoesOn));
        Assert.Equal<byte>((List<byte>)[1, 2, 3, 4, 5], (List<byte>)[.. read.Request.Cursor!, .. read.Request.Marker!, .. read.Marker!, .. read.Header.Marker!, .. read.Batch!.Cursor]);
        Assert.Equal((sent.Header.Source, 9L, 10L, true, true), (read.Header.Source, read.Header.Watermark, read.Header.ExpectedRows, read.Header.Restarted, read.Header.Reconcile));
        Assert.Equal(sent.Batch.Unreadable, read.Batch.Unreadable);
        Assert.Equal(rows.Rows.Select(Shown), Assert.IsType<TableChanges<AllTypes>>(Assert.Single(read.Batch.Tables)).Rows.Select(Shown));

        var told = new PeerAnswer { State = sent.Partner, Is = true, Request = sent.Request, Header = sent.Header, Batch = sent.Batch, Result = new BatchResult([new TableCounts("t") { Written = 1 }], []) };
        var heard = CompactFormat.ReadPeerAnswer(Bytes(target => CompactFormat.Write(target, DefaultScope.Definition, told)), DefaultScope.Definition);
        Assert.True(heard is { Is: true, State.Tick: 77, Request.Anchor: 4, Header.Watermark: 9 });
        Assert.Equal(rows.Rows.Select(Shown), Assert.IsType<TableChanges<AllTypes>>(Assert.Single(heard.Batch!.Tables)).Rows.Select(Shown));
        Assert.Equal(told.Result.Tables, heard.Result.Tables);
    }

    [Fact]
    public void A_peers_rows_without_versions_are_refused()
    {
        var rows = new TableChanges<Tag>(s_tags);
        rows.Rows.Add(new RowChange<Tag>(new Tag { ID = 1, Name = "a" }, ChangeKind.Write, default, default, 0));
        var call = new PeerCall(PeerOperation.Apply, "print") { Batch = new ChangeBatch([rows], [], true, 0) };

        var error = Assert.Throws<SyncException>(() => CompactFormat.ReadPeerCall(Bytes(target => CompactFormat.Write(target, DefaultScope.Definition, call)), DefaultScope.Definition));

        Assert.Equal(SyncErrorCode.MalformedData, error.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("8f14e45f-ceea-467f-a11d-1b2c3d4e5f60")]
    [InlineData("8F14E45F-CEEA-467F-A11D-1B2C3D4E5F60")]
    [InlineData("8f14e45fxceea-467f-a11d-1b2c3d4e5f60")]
    [InlineData("é漢\U0001F600")]
    [InlineData("\uD800")]
    [InlineData("a\uDC00b")]
    [InlineData("\uD83D\uDE00\uD83D")]
    [InlineData("\0\u0001")]
    public void Texts_come_back(string text)
    {
        var changes = new TableChanges<Tag>(s_tags);
        changes.Rows.Add(new RowChange<Tag>(new Tag { ID = 1, Name = text }, ChangeKind.Write, default, default, 0));
        var message = Bytes(target => CompactFormat.Write(target, DefaultScope.Definition, new DownloadAnswer(new HubState(default, 0, 0, ""), null, new ChangeBatch([changes], [], true, 0))));

        var read = Assert.IsType<TableChanges<Tag>>(Assert.Single(CompactFormat.ReadDownloadAnswer(message, DefaultScope.Definition).Batch!.Tables));

        Assert.Equal(text, Assert.Single(read.Rows).Row.Name);
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task What_is_packed_comes_back(string coding)
    {
        var bytes = new byte[300_000];
        NewRandom().NextBytes(bytes.AsSpan(0, 100_000));
        using var packed = new MemoryStream();
        await using (var pack = ContentCoding.Compress(coding, packed))
        {
            await pack.WriteAsync(bytes);
        }

        packed.Position = 0;
        using var back = new MemoryStream();
        await using (var unpack = ContentCoding.Decompress(coding, packed))
        {
            await unpack.CopyToAsync(back);
        }

        Assert.Equal(bytes, back.ToArray());
        Assert.InRange(packed.Length, 1, 150_000);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("identity", null)]
    [InlineData("*", null)]
    [InlineData("identity;q=0, *", null)]
    [InlineData("deflate, compress, x-zstd", null)]
    [InlineData("zstd", "zstd")]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, BR", "br")]
    [InlineData("gzip, br, zstd;q=0", "br")]
    [InlineData("zstd;q=0, br;q=0.000, gzip;Q=0", null)]
    [InlineData("zstd; q=0 , br ;q = 0,gzip;q=0.001", "gzip")]
    [InlineData("zstd;q=-1, br;q=x, gzip;level=1", null)]
    [InlineData("zstd;q=0.5, gzip;q=1", "zstd")]
    public void Coding_is_one_that_the_partner_takes(string? accepted, string? expected) => Assert.Equal(expected, ContentCoding.Choose(accepted));

    private static TableChanges<AllTypes> VersionedChanges(Random random)
    {
        var rows = new TableChanges<AllTypes>(s_table);
        for (var i = 0; i < Rows; i++)
        {
            var version = new SyncVersion(new ReplicaId((UInt128)random.Next(1, 5)), random.NextInt64(1, long.MaxValue));
            var before = i % 4 == 0 ? default : new SyncVersion(new ReplicaId(9), i + 1);
            rows.Rows.Add(new RowChange<AllTypes>(RandomRows.AllTypes(i, random), (ChangeKind)(i % 3 + 1), version, before, random.NextInt64(-1000, 1L << 50)));
        }

        return rows;
    }

    private static List<TableChanges> Changes(Random random)
    {
        var all = new TableChanges<AllTypes>(s_table);
        var tags = new TableChanges<Tag>(s_tags);
        for (var i = 0; i < Rows; i++)
        {
            all.Rows.Add(new RowChange<AllTypes>(RandomRows.AllTypes(i, random), (ChangeKind)(i % 3 + 1), default, default, 0));
            tags.Rows.Add(new RowChange<Tag>(new Tag { ID = i, Name = $"tag {i}" }, ChangeKind.Write, default, default, 0));
        }

        return [tags, all];
    }

    private static List<string> Shown(IEnumerable<TableChanges> tables) => [.. tables.SelectMany(table => table switch
    {
        TableChanges<AllTypes> all => all.Rows.Select(row => $"{row.Kind} {(row.Kind == ChangeKind.Write ? RowJson.Write(s_table, row.Row) : RowJson.WriteKey(s_table, row.Row))}"),
        TableChanges<Tag> tags => tags.Rows.Select(row => $"{row.Kind} {RowJson.Write(s_tags, row.Row)}"),
        _ => [],
    })];

    private static string Shown(RowChange<AllTypes> row) =>
        $"{row.Kind} {row.Version} {row.Base} {row.Time} {(row.Kind == ChangeKind.Write ? RowJson.Write(s_table, row.Row) : RowJson.WriteKey(s_table, row.Row))}";

    private static string Shown(RowEdit<AllTypes> edit) =>
        $"{edit.Tick} {edit.Time} {edit.Anchor} {edit.IsDeleted} {(edit.IsDeleted ? RowJson.WriteKey(s_table, edit.Row) : RowJson.Write(s_table, edit.Row))}";

    private static string Shown(EditAnswer<AllTypes> answer) =>
        $"{answer.Edit} {answer.Outcome} {answer.HubTick} {answer.Rejection} {RowJson.Write(s_table, answer.Row)}";

    private static ReadOnlyMemory<byte> Bytes(Action<IBufferWriter<byte>> write)
    {
        var target = new ArrayBufferWriter<byte>();
        write(target);
        return target.WrittenMemory;
    }

    private Random NewRandom()
    {
        var seed = Environment.GetEnvironmentVariable("SYNCGEN_SEED") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : Random.Shared.Next();
        output.WriteLine($"SYNCGEN_SEED={seed.ToString(CultureInfo.InvariantCulture)}");
        return new Random(seed);
    }
}
