using SyncGen.Conflicts;
using SyncGen.Providers;

namespace SyncGen.Tests.Sessions;

/// <summary>What a session says of itself: statistics, notes, progress, preview.</summary>
public sealed class ResultTests
{
    private readonly Stores _stores = new();

    [Theory]
    [InlineData(1, 4)]
    [InlineData(1 << 20, 1)]
    public async Task Batches_end_at_their_size(int bytesMax, int batches)
    {
        var (leaf, hub) = (_stores.Leaf(), _stores.Peer("hub"));
        for (var i = 1; i <= 3; i++)
        {
            _stores.Write(hub, i, "text");
        }

        _stores.Tag(hub, "x", 1);
        var result = await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync(_stores.Options(batchBytesMax: bytesMax));

        Assert.Equal((4, batches), (result.Download.Rows, result.Download.Batches));
        Assert.InRange(result.Download.Bytes, 40, 400);
    }

    [Fact]
    public async Task Statistics_count_by_table_and_direction()
    {
        var (client, server) = (_stores.Peer("client"), _stores.Peer("server"));
        for (var i = 1; i <= 3; i++)
        {
            _stores.Write(client, i, "old");
        }

        var both = SyncOrchestrator.Between(client, server);
        await both.SynchronizeAsync(_stores.Options());
        _stores.Delete(client, 1);
        _stores.Write(client, 2, "client");
        _stores.Write(server, 2, "server");
        _stores.Tag(client, "x", 1);
        _stores.Tag(client, "y", 1);
        _stores.Tag(server, "z", 1);
        server.Refuses = (table, row) => table == "Tag" && ((Rows.Tag)row).Name == "y";

        var result = await both.SynchronizeAsync(_stores.Options());

        var (notes, tags) = (result.Upload.Tables[0], result.Upload.Tables[1]);
        Assert.Equal(new("Note") { Deleted = 1, Conflicts = 1 }, notes);
        Assert.Equal(new("Tag") { Written = 1, Quarantined = 1 }, tags);
        Assert.Equal([new("Note") { Written = 1 }, new("Tag") { Written = 1 }], result.Download.Tables);
        Assert.Equal(4, result.Upload.Rows);
        Assert.True(result is { HasConflicts: true, HasQuarantined: true, HasChanges: true, WasReconciled: false, IsPreview: false });
        var conflict = result.Notes.Single(note => note.Code == SyncErrorCode.None);
        Assert.Equal(("Note", """{"Id":2}""", ConflictOutcome.Local), (conflict.Table, conflict.Key, conflict.Outcome));
        Assert.Equal("""{"Name":"y"}""", result.Notes.Single(note => note.Code == SyncErrorCode.ConstraintViolated).Key);
        Assert.Contains("client and server: up 4 rows", result.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 written, 1 deleted, 1 in conflict, 1 in quarantine", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_leaves_quarantine_when_the_store_takes_it()
    {
        var (leaf, hub) = (_stores.Leaf(), _stores.Peer("hub"));
        _stores.Write(leaf, 1, "a");
        hub.Refuses = (_, _) => true;
        var both = SyncOrchestrator.Between(leaf, hub);
        await both.SynchronizeAsync(_stores.Options());
        Assert.Equal(("1:a", ""), (Stores.Content(leaf), Stores.Content(hub)));
        hub.Refuses = null;

        var result = await both.SynchronizeAsync(_stores.Options());

        Assert.Equal(1, result.Upload.Total.Released);
        Assert.Equal("1:a", Stores.Content(hub));
    }

    [Fact]
    public async Task Notes_are_kept_up_to_a_number()
    {
        var (leaf, hub) = (_stores.Leaf(), _stores.Peer("hub"));
        for (var i = 0; i < SyncResult.NotesMax + 5; i++)
        {
            _stores.Write(leaf, i, "a");
        }

        hub.Refuses = (_, _) => true;
        var result = await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync(_stores.Options());

        Assert.Equal((SyncResult.NotesMax, 5), (result.Notes.Count, result.NotesOmitted));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_preview_writes_nothing_and_says_what_would_happen(bool isLeaf)
    {
        var hub = _stores.Peer("hub");
        SyncProvider client = isLeaf ? _stores.Leaf("client") : _stores.Peer("client");
        var other = _stores.Leaf("other");
        _stores.Write(client, 1, "a");
        _stores.Write(hub, 1, "b");
        _stores.Write(other, 2, "c");
        var all = SyncOrchestrator.Around(hub, client, other);

        var preview = await all.PreviewAsync(_stores.Options());

        Assert.Equal(("1:a", "2:c", "1:b"), (Stores.Content(client), Stores.Content(other), Stores.Content(hub)));
        var result = await all.SynchronizeAsync(_stores.Options());
        Assert.True(preview.IsPreview);
        Assert.StartsWith("Preview: ", preview.ToString(), StringComparison.Ordinal);
        Assert.Equal(result.Meetings.Count, preview.Meetings.Count);
        Assert.Equal(result.Upload.Tables, preview.Upload.Tables);
        Assert.Equal(result.Download.Tables, preview.Download.Tables);
        Assert.Equal("1:b 2:c", Stores.Content(client));
    }

    [Fact]
    public async Task Progress_adds_up_and_ends_complete()
    {
        var (leaf, hub, progress) = (_stores.Leaf(), _stores.Peer("hub"), new Collector());
        for (var i = 1; i <= 5; i++)
        {
            _stores.Write(leaf, i, "up");
            _stores.Write(hub, 10 + i, "down");
        }

        var result = await SyncOrchestrator.Between(leaf, hub).SynchronizeAsync(_stores.Options(batchBytesMax: 30), progress);

        var phases = progress.Reports.Select(report => report.Phase).ToList();
        Assert.Equal(phases.Order(), phases);
        Assert.All(progress.Reports, report => Assert.InRange(report.Fraction, 0, 1));
        Assert.All(progress.Reports, report => Assert.True(report.BytesExpected is null || report.BytesExpected >= report.BytesDone));
        Assert.Equal(1 + result.Upload.Batches, phases.Count(phase => phase == SyncPhase.Uploading));
        Assert.Equal(1 + result.Download.Batches, phases.Count(phase => phase == SyncPhase.Downloading));
        Assert.Equal((5, 5, "Note"), Last(SyncPhase.Uploading));
        Assert.Equal((5, 5, "Note"), Last(SyncPhase.Downloading));
        Assert.Equal((10, 10, null), Last(SyncPhase.Completed));
        Assert.Equal(result.Upload.Bytes + result.Download.Bytes, progress.Reports[^1].BytesDone);

        (long, long, string?) Last(SyncPhase phase)
        {
            var last = progress.Reports.Last(report => report.Phase == phase);
            return (last.RowsDone, last.RowsExpected, last.Table);
        }
    }
}
