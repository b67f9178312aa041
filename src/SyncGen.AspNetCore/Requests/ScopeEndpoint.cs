using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using SyncGen.AspNetCore.Compact;
using SyncGen.AspNetCore.Diagnostics;
using SyncGen.AspNetCore.Documents;
using SyncGen.AspNetCore.Downloads;
using SyncGen.AspNetCore.Errors;
using SyncGen.AspNetCore.Hosting;
using SyncGen.AspNetCore.Peers;

namespace SyncGen.AspNetCore.Requests;

/// <summary>Answers what is below a scope's address.</summary>
internal sealed class ScopeEndpoint(ScopeService service)
{
    /// <summary>The route's parameter for what is below.</summary>
    public const string Operation = "syncOperation";

    public async Task RunAsync(HttpContext context)
    {
        using var record = new RequestRecord(context, service);
        await ErrorResponse.GuardAsync(context, service, DispatchAsync);
    }

    private Task DispatchAsync(HttpContext context)
    {
        var operation = Convert.ToString(context.GetRouteValue(Operation), CultureInfo.InvariantCulture)?.TrimEnd('/') ?? "";
        RequireVerb(context, "GET, POST");
        if ((context.Request.QueryString.Value?.Length ?? 0) > service.Options.QueryLengthMax)
        {
            throw new ServiceException(StatusCodes.Status414UriTooLong, $"The query is longer than {service.Options.QueryLengthMax} characters. Send the server blob in the body of a POST.");
        }

        Negotiation.RequireVersion(context.Request);
        LimitBody(context);
        var path = $"{service.Scope.Name}/{operation}";
        switch (operation.ToUpperInvariant())
        {
            case "":
                throw new ServiceException(StatusCodes.Status400BadRequest, "Missing Operation: DownloadChanges, UploadChanges or $metadata.") { Code = SyncErrorCode.NoSuchService };
            case "$METADATA":
                RequireVerb(context, "GET");
                return DocumentResponses.MetadataAsync(context, service);
            case "DOWNLOADCHANGES" when HttpMethods.IsPost(context.Request.Method) && CompactExchange.Takes(context.Request):
                return InTurnAsync(context, () => new CompactHandler(context, service).DownloadAsync());
            case "UPLOADCHANGES" when HttpMethods.IsPost(context.Request.Method) && CompactExchange.Takes(context.Request):
                return InTurnAsync(context, () => new CompactHandler(context, service).UploadAsync());
            case "EXCHANGECHANGES" when HttpMethods.IsPost(context.Request.Method) && CompactExchange.Takes(context.Request):
                return InTurnAsync(context, () => new PeerHandler(context, service).RunAsync());
            case "DOWNLOADCHANGES":
                return InTurnAsync(context, () => new DownloadHandler(context, service, path).RunAsync());
            case "UPLOADCHANGES":
                RequireVerb(context, "POST");
                return InTurnAsync(context, () => new Uploads.UploadHandler(context, service, path).RunAsync());
            default:
                throw new ServiceException(StatusCodes.Status400BadRequest, "Invalid Operation: the scope has DownloadChanges, UploadChanges and $metadata.") { Code = SyncErrorCode.NoSuchService };
        }
    }

    private async Task InTurnAsync(HttpContext context, Func<Task> answer)
    {
        using var turn = await service.Turns.TakeAsync(service.Options.User(context), context.RequestAborted);
        await answer();
    }

    private void LimitBody(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = service.Options.Limits.BytesMax;
        }
    }

    internal static void RequireVerb(HttpContext context, string allowed)
    {
        if (!allowed.Split(", ").Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase))
        {
            throw new ServiceException(StatusCodes.Status405MethodNotAllowed, $"The address takes {allowed}.", allowed);
        }
    }
}
