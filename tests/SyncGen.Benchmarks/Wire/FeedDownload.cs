using System.Net.Http.Headers;
using SyncGen.Benchmarks.Model;
using SyncGen.OData.Feeds;
using SyncGen.OData.Schema;

namespace SyncGen.Benchmarks.Wire;

/// <summary>A client of the OData Sync protocol takes all rows of a service.</summary>
internal static class FeedDownload
{
    private static readonly WireSchema s_schema = new(SalesScope.Definition);

    /// <summary>Reads all rows, batch by batch; answers how many there were.</summary>
    public static async Task<int> RunAsync(HttpClient client, Uri service, FeedFormat format, Action<List<Sale>> take, CancellationToken cancellationToken = default)
    {
        var rows = 0;
        string? blob = null;
        for (var more = true; more;)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(service, "sales/DownloadChanges"));
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(Feed.MediaTypeOf(format)));
            if (blob is not null)
            {
                request.Headers.Add("SyncServerBlob", blob);
            }

            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            await using var body = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(cancellationToken);
            await using var reader = await Feed.OpenAsync(format, s_schema, body, cancellationToken: cancellationToken);
            var batch = new List<Sale>();
            while (await reader.ReadAsync(cancellationToken) is { } entry)
            {
                batch.Add(((FeedEntry<Sale>)entry).Row);
            }

            take(batch);
            rows += batch.Count;
            (blob, more) = (Convert.ToBase64String(reader.Blob!), reader.MoreChangesAvailable);
        }

        return rows;
    }
}
