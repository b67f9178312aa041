using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace SyncGen.AspNetCore.Tests.Service;

/// <summary>A client that somebody else wrote: it knows the protocol's documents, an HTTP client, and a parser.</summary>
internal sealed class Stranger(Uri service, string scope, bool isJson, string? user = null) : IDisposable
{
    private readonly HttpClient _http = new();

    /// <summary>What the service gave it to keep, as the text that it is.</summary>
    public string? Blob { get; set; }

    /// <summary>What follows the question mark, without it.</summary>
    public string Query { get; set; } = "";

    public bool IsJson => isJson;

    public void Dispose() => _http.Dispose();

    /// <summary>Asks for what is new, batch after batch.</summary>
    public async Task<List<StrangerEntry>> DownloadAsync(int batchesMax = int.MaxValue)
    {
        var all = new List<StrangerEntry>();
        for (var i = 0; i < batchesMax; i++)
        {
            var feed = StrangerFeed.Parse(await PostAsync("DownloadChanges", []), isJson);
            all.AddRange(feed.Entries);
            Blob = feed.Blob;
            if (!feed.More)
            {
                break;
            }
        }

        return all;
    }

    /// <summary>Sends up what it changed.</summary>
    /// <param name="entries">The changes.</param>
    /// <param name="loseAnswer">Whether it never learns what became of them.</param>
    public async Task<List<StrangerEntry>> UploadAsync(IReadOnlyList<StrangerEntry> entries, bool loseAnswer = false)
    {
        var feed = StrangerFeed.Parse(await PostAsync("UploadChanges", entries), isJson);
        Blob = loseAnswer ? Blob : feed.Blob;
        return feed.Entries;
    }

    public async Task<string> PostAsync(string operation, IReadOnlyList<StrangerEntry> entries)
    {
        var (status, body) = await SendAsync(HttpMethod.Post, operation, StrangerFeed.Format(Blob, entries, isJson));
        return status == HttpStatusCode.OK ? body : throw new InvalidOperationException($"{(int)status}: {body}");
    }

    /// <summary>Sends a request, whatever is in it.</summary>
    public async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpMethod method, string operation, string? body, string? contentType = null, string? accept = null)
    {
        using var response = await SendRequestAsync(method, operation, body is null ? null : Encoding.UTF8.GetBytes(body), contentType, accept);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task<HttpResponseMessage> SendRequestAsync(HttpMethod method, string operation, byte[]? body, string? contentType = null, string? accept = null)
    {
        var type = isJson ? "application/json" : "application/atom+xml";
        var query = Query.Length == 0 ? "" : (operation.Contains('?', StringComparison.Ordinal) ? "&" : "?") + Query;
        var request = new HttpRequestMessage(method, $"{service}{scope}{(operation.Length > 0 && scope.Length > 0 ? "/" : "")}{operation}{query}");
        request.Headers.TryAddWithoutValidation("Accept", accept ?? type);
        if (user is not null)
        {
            request.Headers.Add("X-User", user);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            if (contentType != "")
            {
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType ?? type);
            }
        }

        return await _http.SendAsync(request);
    }
}
