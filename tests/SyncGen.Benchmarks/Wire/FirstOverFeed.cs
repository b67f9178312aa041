using System.Net.Http.Headers;
using SyncGen.Benchmarks.Measuring;
using SyncGen.Benchmarks.Model;
using SyncGen.Benchmarks.Stores;
using SyncGen.OData.Feeds;
using SyncGen.OData.Schema;

namespace SyncGen.Benchmarks.Wire;

/// <summary>A client of the OData Sync protocol takes all rows and inserts them, against a leaf of our own.</summary>
internal sealed class FirstOverFeed(BenchmarkOptions options, FeedFormat format) : WireBenchmark(options)
{
    private readonly WireSchema _schema = new(SalesScope.Definition);

    protected override string Work => $"first synchronisation over HTTP, {format}";

    protected override string Against => "the same, compact";

    protected override double? Target => format == FeedFormat.Json ? 3 : 5;

    protected override async Task<Round> MeasureAsync(int round) =>
        round % 2 == 0 ? new Round(await FeedAsync(), await FirstAsync(overHttp: true)) : await CompactFirstAsync();

    private async Task<Round> CompactFirstAsync()
    {
        var compact = await FirstAsync(overHttp: true);
        return new Round(await FeedAsync(), compact);
    }

    private async Task<Cost> FeedAsync()
    {
        var path = NewDatabase();
        using var store = PlainStore.Open(path);
        var rows = 0;
        var cost = await Cost.OfAsync(async () =>
        {
            string? blob = null;
            for (var more = true; more;)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Service.Address, "sales/DownloadChanges"));
                request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(Feed.MediaTypeOf(format)));
                if (blob is not null)
                {
                    request.Headers.Add("SyncServerBlob", blob);
                }

                using var response = await Service.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                await using var body = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
                await using var reader = await Feed.OpenAsync(format, _schema, body);
                var batch = new List<Sale>();
                while (await reader.ReadAsync() is { } entry)
                {
                    batch.Add(((FeedEntry<Sale>)entry).Row);
                }

                store.Insert(batch);
                rows += batch.Count;
                (blob, more) = (Convert.ToBase64String(reader.Blob!), reader.MoreChangesAvailable);
            }
        });
        store.Dispose();
        WorkFolder.Remove(path);
        return rows == Options.Rows ? cost : throw new InvalidOperationException($"Expected {Options.Rows} rows, and got {rows}.");
    }
}
