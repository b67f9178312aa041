using Microsoft.AspNetCore.Http;
using Microsoft.IO;
using SyncGen.OData.Feeds;

namespace SyncGen.AspNetCore.Hosting;

/// <summary>
/// Answers with a feed. It is written whole before it is sent, in memory that is used again: an error in its midst is still an error
/// for the client, and a client that reads slowly keeps nothing of the store.
/// </summary>
internal sealed class FeedResponse(HttpContext context, ScopeService service, FeedFormat format) : IDisposable
{
    private static readonly RecyclableMemoryStreamManager s_memory = new();

    private readonly RecyclableMemoryStream _body = s_memory.GetStream();

    /// <summary>Begins the feed.</summary>
    public FeedWriter Begin(string address) => Feed.Create(format, service.Schema, _body, address, service.Environment);

    /// <summary>Sends the feed.</summary>
    public async Task SendAsync()
    {
        var response = context.Response;
        response.ContentType = Feed.MediaTypeOf(format);
        response.ContentLength = _body.Length;
        response.Headers["SyncServiceVersion"] = "1.0";
        response.Headers.CacheControl = "no-store";
        foreach (var part in _body.GetReadOnlySequence())
        {
            await response.Body.WriteAsync(part, context.RequestAborted);
        }
    }

    public void Dispose() => _body.Dispose();
}
