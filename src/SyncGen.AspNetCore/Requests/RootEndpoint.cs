using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SyncGen.AspNetCore.Diagnostics;
using SyncGen.AspNetCore.Documents;
using SyncGen.AspNetCore.Errors;
using SyncGen.AspNetCore.Hosting;

namespace SyncGen.AspNetCore.Requests;

/// <summary>Answers what is at a service's address and belongs to no scope.</summary>
/// <param name="services">The scopes that are served there. The options of the first hold for what is common.</param>
internal sealed class RootEndpoint(IReadOnlyList<ScopeService> services)
{
    private const string ScopesSegment = "$syncScopes";

    public Task RunAsync(HttpContext context) => ErrorResponse.GuardAsync(context, services[0], DispatchAsync);

    private Task DispatchAsync(HttpContext context)
    {
        var path = Convert.ToString(context.GetRouteValue(ScopeEndpoint.Operation), CultureInfo.InvariantCulture)?.TrimEnd('/') ?? "";
        ScopeEndpoint.RequireVerb(context, "GET, POST");
        if (path.Length == 0)
        {
            ScopeEndpoint.RequireVerb(context, "GET");
            context.Response.Redirect($"{ServiceAddress.Of(context.Request, services[0].Options, "")}/{ScopesSegment}");
            return Task.CompletedTask;
        }

        if (path.Equals(DiagnosticsEndpoint.Segment, StringComparison.OrdinalIgnoreCase))
        {
            return DiagnosticsEndpoint.RunAsync(context, services, ServiceAddress.Of(context.Request, services[0].Options, path));
        }

        if (!path.Equals(ScopesSegment, StringComparison.OrdinalIgnoreCase))
        {
            throw new ServiceException(StatusCodes.Status400BadRequest, "SyncScope not supported. $syncScopes lists those that are.") { Code = SyncErrorCode.NoSuchService };
        }

        ScopeEndpoint.RequireVerb(context, "GET");
        return DocumentResponses.ScopesAsync(context, services.Select(service => service.Scope), ServiceAddress.Of(context.Request, services[0].Options, path));
    }
}
