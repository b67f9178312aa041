using Microsoft.AspNetCore.Http;
using Microsoft.IO;
using SyncGen.AspNetCore.Hosting;
using SyncGen.OData.Compact;

namespace SyncGen.AspNetCore.Compact;

/// <summary>What all exchanges in the compact format have in common: messages in and out, and what is asked of each.</summary>
internal static class CompactExchange
{
    /// <summary>Whether a request is in the compact format.</summary>
    public static bool Takes(HttpRequest request) =>
        request.ContentType is { } type && type.Split(';')[0].Trim().Equals(CompactFormat.MediaType, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the request's message.</summary>
    public static async Task<TMessage> ReadAsync<TMessage>(HttpContext context, ScopeService service, Func<ReadOnlyMemory<byte>, TMessage> read)
    {
        using var body = await ReadBodyAsync(context, service);
        return read(body.GetBuffer().AsMemory(0, (int)body.Length));
    }

    /// <summary>Reads the request's body, which is the caller's to dispose of.</summary>
    public static Task<RecyclableMemoryStream> ReadBodyAsync(HttpContext context, ScopeService service) =>
        ServiceBodies.ReadAsync(context.Request, service.Options.Limits.BytesMax, context.RequestAborted);

    /// <summary>Sends the answer's message.</summary>
    public static async Task SendAsync(HttpContext context, Action<System.Buffers.IBufferWriter<byte>> write)
    {
        using var response = ServiceBodies.Empty();
        write(response);
        await ServiceBodies.SendAsync(context, CompactFormat.MediaType, response);
    }
}
