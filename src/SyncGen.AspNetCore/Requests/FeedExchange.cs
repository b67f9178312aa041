using Microsoft.AspNetCore.Http;
using SyncGen.AspNetCore.Hooks;
using SyncGen.AspNetCore.Hosting;
using SyncGen.Filters;
using SyncGen.OData.Blobs;
using SyncGen.OData.Feeds;
using SyncGen.Versions;

namespace SyncGen.AspNetCore.Requests;

/// <summary>A request of a client of the OData Sync protocol, and its answer, a feed.</summary>
internal sealed class FeedExchange(HttpContext context, ScopeService service, string path)
{
    private readonly string _user = service.Options.User(context);
    private readonly FeedFormat _format = Negotiation.FormatOf(context.Request, service.Options);

    /// <summary>The service's own address, as the client sees it.</summary>
    public string Address { get; } = ServiceAddress.Of(context.Request, service.Options, path);

    /// <summary>Says who the client is, by the blob that it brought or else a new one, which part it holds, and what the application does for it.</summary>
    public (ServerBlob Client, FilterBinding? Filter, RequestHooks Hooks) Meet(byte[]? blob, SyncOperation operation)
    {
        var kept = service.Blobs.Read(blob, _user);
        var filter = FilterOfRequest.Read(context, service, kept);
        var client = kept ?? new ServerBlob(service.Environment.NewReplicaId(), ReplicaId.None, 0, null, 0, null, filter?.Text ?? "");
        return (client, filter, new RequestHooks(service, new SyncRequest(service.Scope, operation, context, client.Leaf, filter, _format)));
    }

    /// <summary>
    /// Answers. The feed is written whole before it is sent: an error in its midst is still an error for the client, and a client that
    /// reads slowly keeps nothing of the store.
    /// </summary>
    public async Task AnswerAsync(ServerBlob next, bool more, Func<FeedWriter, Task> writeEntries)
    {
        using var body = ServiceBodies.Empty();
        await using (var writer = Feed.Create(_format, service.Schema, body, Address, service.Environment))
        {
            await writer.BeginAsync(new FeedHead(service.Blobs.Protect(next, _user), more));
            await writeEntries(writer);
            await writer.EndAsync();
        }

        await ServiceBodies.SendAsync(context, Feed.MediaTypeOf(_format), body);
    }
}
