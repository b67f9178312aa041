using Microsoft.AspNetCore.Http;
using SyncGen.AspNetCore.Errors;
using SyncGen.AspNetCore.Hosting;
using SyncGen.Filters;
using SyncGen.Model;
using SyncGen.OData.Blobs;
using SyncGen.OData.Parameters;

namespace SyncGen.AspNetCore.Requests;

/// <summary>Which part of the scope a request is about.</summary>
internal static class FilterOfRequest
{
    /// <summary>The part; null where the scope has no filter parameters.</summary>
    /// <remarks>
    /// What the service binds itself holds at each request anew. What the client chooses holds from its first request on: the blob keeps
    /// it, and another choice is another scope instance.
    /// </remarks>
    public static FilterBinding? Read(HttpContext context, ScopeService service, ServerBlob? blob)
    {
        var scope = service.Scope;
        if (scope.Parameters.Count == 0)
        {
            return null;
        }

        var kept = blob is null ? null : FilterBinding.Read(scope, blob.Filter);
        var filter = Build(context, service, kept);
        return kept is null || kept.Equals(filter) ? filter : throw new ServiceException(
            StatusCodes.Status403Forbidden, "The filter parameters are not those that the server blob was made for. Start afresh, without a blob.");
    }

    private static FilterBinding Build(HttpContext context, ScopeService service, FilterBinding? kept)
    {
        var writer = new FilterWriter(service.Scope);
        for (var i = 0; i < service.Scope.Parameters.Count; i++)
        {
            var parameter = service.Scope.Parameters[i];
            var given = context.Request.Query.TryGetValue(parameter.Name, out var values) ? values.ToArray() : null;
            if (Bound(service, parameter) is { } bound)
            {
                var own = bound(context);
                RequireSame(service.Scope, i, given, own);
                Write(service.Scope, i, own, writer, StatusCodes.Status403Forbidden);
            }
            else if (given is null && kept is not null)
            {
                writer.Copy(i, kept);
            }
            else
            {
                IReadOnlyList<string?> texts = given ?? (parameter.IsNullable && !parameter.IsList ? [null] : throw new ServiceException(
                    StatusCodes.Status400BadRequest, $"The parameter '{parameter.Name}' is missing. Give it in the query, as in ?{parameter.Name}=value."));
                Write(service.Scope, i, texts, writer, StatusCodes.Status400BadRequest);
            }
        }

        return writer.ToBinding();
    }

    // A client may say what the service knows already, as clients of 2010 do with each request, but nothing else.
    private static void RequireSame(SyncScope scope, int ordinal, IReadOnlyList<string?>? given, IReadOnlyList<string?> own)
    {
        if (given is not null && !ValueOf(given).Equals(ValueOf(own)))
        {
            throw new ServiceException(StatusCodes.Status403Forbidden, $"The parameter '{scope.Parameters[ordinal].Name}' is set by the service, from who is signed in. Leave it out.");
        }

        // However it is written, with quotes or without.
        FilterBinding ValueOf(IReadOnlyList<string?> texts)
        {
            var writer = new FilterWriter(scope);
            Write(scope, ordinal, texts, writer, StatusCodes.Status403Forbidden);
            return writer.ToBinding();
        }
    }

    private static void Write(SyncScope scope, int ordinal, IReadOnlyList<string?> texts, FilterWriter writer, int status)
    {
        try
        {
            ParameterText.Write(scope, ordinal, texts, writer);
        }
        catch (SyncException error) when (error.Code == SyncErrorCode.MalformedData)
        {
            throw new ServiceException(status, error.Message, inner: error);
        }
    }

    private static Func<HttpContext, IReadOnlyList<string?>>? Bound(ScopeService service, SyncParameter parameter) =>
        service.Options.Parameters.GetValueOrDefault(parameter.Name);
}
