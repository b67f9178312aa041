using Microsoft.AspNetCore.Http;

namespace SyncGen.AspNetCore.Requests;

/// <summary>The service's own address, as the client that asks sees it.</summary>
internal static class ServiceAddress
{
    /// <summary>The address, without a slash at its end.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">Says it where a proxy stands before the service.</param>
    /// <param name="below">What of the path belongs to the operation, without a slash at its beginning.</param>
    public static string Of(HttpRequest request, SyncServiceOptions options, string below)
    {
        if (options.PublicAddress is { } address)
        {
            return address.AbsoluteUri.TrimEnd('/');
        }

        var path = request.PathBase.Add(request.Path).Value!.TrimEnd('/');
        var root = path.Length >= below.Length ? path[..^below.Length].TrimEnd('/') : path;
        return $"{request.Scheme}://{request.Host.ToUriComponent()}{new PathString(root).ToUriComponent()}";
    }
}
