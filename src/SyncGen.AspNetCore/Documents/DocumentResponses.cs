using Microsoft.AspNetCore.Http;
using SyncGen.AspNetCore.Hosting;
using SyncGen.Model;
using SyncGen.OData.Documents;

namespace SyncGen.AspNetCore.Documents;

/// <summary>Answers with the documents that describe the service.</summary>
internal static class DocumentResponses
{
    public static Task ScopesAsync(HttpContext context, IEnumerable<SyncScope> scopes, string service)
    {
        Prepare(context);
        return ScopesDocument.WriteAsync(scopes, service, context.Response.Body, context.RequestAborted);
    }

    public static Task MetadataAsync(HttpContext context, ScopeService service)
    {
        Prepare(context);
        return MetadataDocument.WriteAsync(service.Schema, context.Response.Body, context.RequestAborted);
    }

    private static void Prepare(HttpContext context)
    {
        context.Response.ContentType = "application/xml";
        context.Response.Headers["SyncServiceVersion"] = "1.0";
    }
}
