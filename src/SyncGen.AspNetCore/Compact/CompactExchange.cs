using Microsoft.AspNetCore.Http;
using SyncGen.AspNetCore.Errors;
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
        using var body = await ServiceBodies.ReadAsync(context.Request, service.Options.Limits.BytesMax, context.RequestAborted);
        return read(body.GetBuffer().AsMemory(0, (int)body.Length));
    }

    /// <summary>Sends the answer's message.</summary>
    public static async Task SendAsync(HttpContext context, Action<System.Buffers.IBufferWriter<byte>> write)
    {
        using var response = ServiceBodies.Empty();
        write(response);
        await ServiceBodies.SendAsync(context, CompactFormat.MediaType, response);
    }

    /// <exception cref="ServiceException">The client was built from another model than the service.</exception>
    public static void RequireSameModel(ScopeService service, string theirs, string ours)
    {
        if (!string.Equals(theirs, ours, StringComparison.Ordinal))
        {
            throw new ServiceException(StatusCodes.Status409Conflict,
                $"The client has model {theirs} of the scope {service.Scope.Name}, and the service has model {ours}. Bring both to the same version of the program.");
        }
    }
}
