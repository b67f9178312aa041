using SyncGen.Http.Tests.Model;
using SyncGen.Http.Tests.Service;

namespace SyncGen.Http.Tests;

/// <summary>A session over HTTP says how far it is, in rows and bytes.</summary>
public sealed class ProgressTests
{
    // What is expected to come down is an estimate, the leaf's own rows among it.
    private const int AllRows = 500;

    [Fact]
    public async Task Bytes_grow_batch_by_batch_up_to_what_the_result_says()
    {
        await using var service = await NoteService.StartAsync();
        await using var leaf = await NoteStore.CreateAsync(SyncRole.Leaf);
        await using var hub = NoteScope.Http(service.Address);
        await SyncOrchestrator.Between(leaf.Provider, hub).SynchronizeAsync();
        service.Store.Add(1, 300);
        leaf.Add(1_000, 200);
        var reports = new ProgressReports();

        var result = await SyncOrchestrator.Between(leaf.Provider, hub).SynchronizeAsync(new SyncOptions { BatchBytesMax = 20_000 }, reports);

        AssertPhase(reports.Of(SyncPhase.Uploading), result.Upload, rows: 200);
        AssertPhase(reports.Of(SyncPhase.Downloading), result.Download, rows: 300);
        var end = reports.Of(SyncPhase.Completed).Single();
        Assert.Equal((result.Upload.Rows + result.Download.Rows, result.Upload.Bytes + result.Download.Bytes), (end.RowsDone, end.BytesDone));
        Assert.Equal(end.BytesDone, end.BytesExpected);
    }

    private static void AssertPhase(IReadOnlyList<SyncProgress> reports, SyncTransfer transfer, int rows)
    {
        // A kilobyte and a little for each row, and about 20 rows in a batch.
        Assert.InRange(reports.Count, rows / 25, rows / 10);
        Assert.Equal((0, null), (reports[0].BytesDone, reports[0].BytesExpected));
        Assert.All(reports.Zip(reports.Skip(1)), pair => Assert.True(pair.First.BytesDone < pair.Second.BytesDone, "It stood still."));
        Assert.All(reports.Skip(1), report => Assert.InRange(report.BytesDone, report.RowsDone * 1_000, report.RowsDone * 1_100));
        Assert.All(reports.Skip(1), report => Assert.InRange(report.BytesExpected!.Value, Math.Max(report.BytesDone, rows * 1_000), AllRows * 1_100));
        Assert.Equal((rows, transfer.Bytes), (reports[^1].RowsDone, reports[^1].BytesDone));
        Assert.Equal(reports[^1].BytesExpected, reports[^1].BytesDone);
    }
}
