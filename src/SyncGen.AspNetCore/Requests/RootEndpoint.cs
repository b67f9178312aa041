using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SyncGen.AspNetCore.Documents;
using SyncGen.AspNetCore.Errors;
using SyncGen.AspNetCore.Hosting;
using SyncGen.Model;

namespace SyncGen.AspNetCore.Requests;

/// <summary>Answers what is at a service's address and belongs to no scope.</summary>
/// <param name="scopes">The scopes that are served there.</param>
/// <param name="first">The first of them, whose options hold for what is common.</param>
internal sealed class RootEndpoint(IReadOnlyList<SyncScope> scopes, ScopeService first)
{
    private const string ScopesSegment = "$syncScopes";

    public Task RunAsync(HttpContext context) => ErrorResponse.GuardAsync(context, first, DispatchAsync);

    private Task DispatchAsync(HttpContext context)
    {
        var path = Convert.ToString(context.GetRouteValue(ScopeEndpoint.Operation), CultureInfo.InvariantCulture)?.TrimEnd('/') ?? "";
        ScopeEndpoint.RequireVerb(context, "GET, POST");
        if (path.Length == 0)
        {
            ScopeEndpoint.RequireVerb(context, "GET");
            context.Response.Redirect($"{ServiceAddress.Of(context.Request, first.Options, "")}/{ScopesSegment}");
            return Task.CompletedTask;
        }

        if (!path.Equals(ScopesSegment, StringComparison.OrdinalIgnoreCase))
        {
            throw new ServiceException(StatusCodes.Status400BadRequest, "SyncScope not supported. $syncScopes lists those that are.") { Code = SyncErrorCode.NoSuchService };
        }

        ScopeEndpoint.RequireVerb(context, "GET");
        return DocumentResponses.ScopesAsync(context, scopes, ServiceAddress.Of(context.Request, first.Options, path));
    }
}
