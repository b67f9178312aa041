using Microsoft.AspNetCore.Http;
using Microsoft.IO;
using SyncGen.AspNetCore.Diagnostics;
using SyncGen.AspNetCore.Errors;
using SyncGen.OData.Encodings;

namespace SyncGen.AspNetCore.Hosting;

/// <summary>Bodies of requests and answers, in memory that is used again, packed for who asks.</summary>
internal static class ServiceBodies
{
    // Most bodies are of some hundred bytes, and those of waiting requests are held: blocks of the library's 128 KiB would be mostly empty.
    private const int BlockBytes = 16 * 1024;

    // One column of a batch, at most, is written in one piece.
    private const int LargeBytes = 256 * 1024;

    // What is kept for the next requests; the rest goes back.
    private const int KeptBytesMax = 4 << 20;

    private static readonly RecyclableMemoryStreamManager s_memory = new(new RecyclableMemoryStreamManager.Options
    {
        BlockSize = BlockBytes,
        LargeBufferMultiple = LargeBytes,
        MaximumBufferSize = 128 * LargeBytes,
        MaximumSmallPoolFreeBytes = KeptBytesMax,
        MaximumLargePoolFreeBytes = KeptBytesMax,
    });

    /// <summary>An empty body.</summary>
    public static RecyclableMemoryStream Empty() => s_memory.GetStream();

    /// <summary>The request's body, unpacked as it is read.</summary>
    public static Stream Of(HttpRequest request)
    {
        var coding = request.Headers.ContentEncoding.ToString().Trim().ToLowerInvariant();
        var body = new CountedBody(request.Body, RequestRecord.Of(request.HttpContext));
        return coding is "" or "identity" ? body
            : ContentCoding.Names.Contains(coding, StringComparer.Ordinal) ? ContentCoding.Decompress(coding, body)
            : throw new ServiceException(StatusCodes.Status415UnsupportedMediaType, $"The service unpacks {string.Join(", ", ContentCoding.Names)}, and nothing else.");
    }

    /// <summary>Reads the request's body whole.</summary>
    /// <exception cref="ServiceException">It is larger than it may be.</exception>
    public static async Task<RecyclableMemoryStream> ReadAsync(HttpRequest request, long bytesMax, CancellationToken cancellationToken)
    {
        var whole = Empty();
        try
        {
            await using var body = Of(request);
            for (int read; (read = await body.ReadAsync(whole.GetMemory(), cancellationToken)) > 0;)
            {
                whole.Advance(read);
                if (whole.Length > bytesMax)
                {
                    throw new ServiceException(StatusCodes.Status413PayloadTooLarge, $"The body has more than {bytesMax} bytes. Send it in smaller batches.");
                }
            }

            return whole;
        }
        catch
        {
            await whole.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends an answer.</summary>
    public static async Task SendAsync(HttpContext context, string mediaType, RecyclableMemoryStream body)
    {
        var response = context.Response;
        response.ContentType = mediaType;
        response.Headers["SyncServiceVersion"] = "1.0";
        response.Headers.CacheControl = "no-store";
        if (ContentCoding.Choose(context.Request.Headers.AcceptEncoding) is not { } coding)
        {
            await WriteAsync(context, body);
            return;
        }

        using var packed = Empty();
        await using (var pack = ContentCoding.Compress(coding, packed))
        {
            foreach (var part in body.GetReadOnlySequence())
            {
                await pack.WriteAsync(part, context.RequestAborted);
            }
        }

        response.Headers.ContentEncoding = coding;
        response.Headers.Vary = "Accept-Encoding";
        await WriteAsync(context, packed);
    }

    private static async Task WriteAsync(HttpContext context, RecyclableMemoryStream body)
    {
        context.Response.ContentLength = body.Length;
        RequestRecord.Of(context).BytesSent = body.Length;
        foreach (var part in body.GetReadOnlySequence())
        {
            await context.Response.Body.WriteAsync(part, context.RequestAborted);
        }
    }
}
