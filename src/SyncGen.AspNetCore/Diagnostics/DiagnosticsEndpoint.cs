using Microsoft.AspNetCore.Http;
using SyncGen.AspNetCore.Errors;
using SyncGen.AspNetCore.Hosting;
using SyncGen.AspNetCore.Requests;

namespace SyncGen.AspNetCore.Diagnostics;

/// <summary>Answers operators with a page about the scopes at an address that they may look at.</summary>
internal static class DiagnosticsEndpoint
{
    /// <summary>The page's place below the service's address.</summary>
    public const string Segment = "$diag";

    public static async Task RunAsync(HttpContext context, IReadOnlyList<ScopeService> services, string address)
    {
        var shown = new List<ScopeService>();
        foreach (var service in services)
        {
            if (service.Options.Operators is { } mayLook && await mayLook(context))
            {
                shown.Add(service);
            }
        }

        if (shown.Count == 0)
        {
            // Who may not look does not learn whether there is anything to see.
            throw new ServiceException(StatusCodes.Status404NotFound, "There is nothing at this address.") { Code = SyncErrorCode.NoSuchService };
        }

        ScopeEndpoint.RequireVerb(context, "GET");
        var findings = await Task.WhenAll(shown.Select(service => ScopeFindings.GatherAsync(service, context.RequestAborted)));
        var page = new DiagnosticsPage(address, shown[0].Environment.Time.GetUtcNow()).Write(findings);
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PageStyle.Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = page.Length;
        await context.Response.Body.WriteAsync(page, context.RequestAborted);
    }
}
