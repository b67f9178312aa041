using System.Net;
using System.Net.Http.Headers;

namespace SyncGen.Http.Tests.Service;

/// <summary>Adds a token to each request, and gets a new one where it is not taken any more: an application's own business.</summary>
// snippet: token
internal sealed class TokenHandler(Func<CancellationToken, Task<string>> signIn) : DelegatingHandler
{
    private string? _token;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token ??= await signIn(cancellationToken));
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }

        response.Dispose();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token = await signIn(cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }
}
// end snippet
