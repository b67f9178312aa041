using Microsoft.AspNetCore.Http;
using SyncGen.AspNetCore.Diagnostics;
using SyncGen.AspNetCore.Errors;
using SyncGen.AspNetCore.Hooks;
using SyncGen.AspNetCore.Hosting;
using SyncGen.AspNetCore.Requests;
using SyncGen.OData.Blobs;
using SyncGen.OData.Feeds;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Downloads;

/// <summary>Answers a client that asks for what it lacks: with one batch, and a blob that says where the next begins.</summary>
internal sealed class DownloadHandler(HttpContext context, ScopeService service, string path)
{
    public async Task RunAsync()
    {
        var exchange = new FeedExchange(context, service, path);
        var (client, filter, hooks) = exchange.Meet(await BlobAsync(), SyncOperation.Download);
        await hooks.BeginAsync();
        var request = new DownloadRequest(client.Leaf, client.Anchor, client.Cursor, Reconcile: false, filter) { GoesOn = true };
        var (batch, next) = await StoreRetry.RunAsync(() => ReadAsync(request, client), service.Environment, context.RequestAborted);
        await hooks.EndAsync(batch);
        RequestRecord.Of(context).Sent(batch.Count);
        await exchange.AnswerAsync(next, !batch.IsLast, async writer =>
        {
            foreach (var changes in batch.Tables)
            {
                await changes.Table.Accept(new ChangeWriter(changes, writer));
            }
        });
    }

    private async Task<(ChangeBatch Batch, ServerBlob Next)> ReadAsync(DownloadRequest request, ServerBlob client)
    {
        var cancellationToken = context.RequestAborted;
        await using var lease = await service.Pool.RentAsync(cancellationToken);
        var isRestored = false;
        await using (var stream = await lease.Session.OpenDownloadAsync(request, cancellationToken))
        {
            var header = stream.Header;
            if (client.Hub.IsNone || client.Hub == header.Source)
            {
                isRestored = client.Anchor > header.Watermark || !await lease.Session.RecognizesAsync(client.Marker, cancellationToken);
                if (!isRestored && !header.Reconcile)
                {
                    var batch = await stream.ReadAsync(cancellationToken)
                        ?? throw new InvalidOperationException("The store gave no batch, not even an empty one.");
                    header = stream.Header;
                    return (batch, client with
                    {
                        Hub = header.Source,
                        Anchor = batch.IsLast ? header.Watermark : client.Anchor,
                        Cursor = batch.IsLast ? null : batch.Cursor,
                        Marker = header.Marker ?? client.Marker,
                    });
                }
            }
        }

        if (isRestored)
        {
            await HubRestore.ResetAsync(lease.Session, service, cancellationToken);
        }

        throw new ServiceException(StatusCodes.Status410Gone, "What the client holds cannot be brought up to date any more. Upload what was changed, and start afresh, without a blob.");
    }

    // Only the body of a POST, only query and header of a GET: as in the original.
    private async ValueTask<byte[]?> BlobAsync()
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method))
        {
            var text = request.Query.TryGetValue("$syncServerBlob", out var values) ? values.ToString() : request.Headers["SyncServerBlob"].ToString();
            return ReadBase64(text);
        }

        var format = Negotiation.FormatOfBody(request);
        await using var body = ServiceBodies.Of(request);
        await using var reader = await Feed.OpenAsync(format, service.Schema, body, service.Options.Limits, context.RequestAborted);
        while (await reader.ReadAsync(context.RequestAborted) is not null)
        {
            // A client that asks has nothing to say but its blob.
        }

        return reader.Blob;
    }

    // In an address a plus that was not escaped has become a space.
    private static byte[]? ReadBase64(string text)
    {
        text = text.Trim().Replace(' ', '+');
        var bytes = new byte[text.Length / 4 * 3 + 3];
        return text.Length == 0 ? null
            : Convert.TryFromBase64String(text, bytes, out var written) ? bytes[..written]
            : throw new ServiceException(StatusCodes.Status400BadRequest, "The server blob is no Base64.");
    }
}
