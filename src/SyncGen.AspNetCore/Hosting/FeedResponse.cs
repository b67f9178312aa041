using Microsoft.AspNetCore.Http;
using Microsoft.IO;
using SyncGen.OData.Feeds;

namespace SyncGen.AspNetCore.Hosting;

/// <summary>
/// Answers with a feed. It is written whole before it is sent: an error in its midst is still an error for the client, and a client that
/// reads slowly keeps nothing of the store.
/// </summary>
internal sealed class FeedResponse(HttpContext context, ScopeService service, FeedFormat format) : IDisposable
{
    private readonly RecyclableMemoryStream _body = ServiceBodies.Empty();

    /// <summary>Begins the feed.</summary>
    public FeedWriter Begin(string address) => Feed.Create(format, service.Schema, _body, address, service.Environment);

    /// <summary>Sends the feed.</summary>
    public Task SendAsync() => ServiceBodies.SendAsync(context, Feed.MediaTypeOf(format), _body);

    public void Dispose() => _body.Dispose();
}
