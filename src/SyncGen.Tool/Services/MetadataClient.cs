using System.Net;
using System.Net.Http.Headers;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Services;

/// <summary>Asks a live service what a scope is made of.</summary>
internal static class MetadataClient
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    /// <summary>Reads the scope's <c>$metadata</c>.</summary>
    /// <param name="service">The service's address.</param>
    /// <param name="scope">The scope's name.</param>
    /// <param name="token">The token that the service asks for; null if it asks for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ToolException">The service cannot be reached, or does not answer with such a document of bounded size.</exception>
    public static async Task<CsdlSchema> ReadAsync(Uri service, string scope, string? token, CancellationToken cancellationToken)
    {
        // What is packed is not unpacked: the bound holds for what is read.
        using var client = new HttpClient { Timeout = s_timeout, MaxResponseContentBufferSize = CsdlReader.CharactersMax };
        client.DefaultRequestHeaders.Accept.ParseAdd("application/xml");
        client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        var address = new Uri($"{service.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{Uri.EscapeDataString(scope)}/$metadata");
        var shown = address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        try
        {
            using var answer = await client.GetAsync(address, cancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                throw Refused(shown, answer.StatusCode);
            }

            using var text = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellationToken));
            return CsdlReader.Read(await text.ReadToEndAsync(cancellationToken));
        }
        catch (HttpRequestException exception)
        {
            var isTooLarge = exception.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded;
            throw new ToolException(
                isTooLarge ? $"{shown} answers with more than {CsdlReader.CharactersMax:N0} bytes: that is no $metadata." : $"{shown} cannot be reached: {exception.Message}",
                isTooLarge ? ExitCode.Failed : ExitCode.TryAgain);
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ToolException($"{shown} did not answer within {s_timeout.TotalSeconds:N0} s.", ExitCode.TryAgain);
        }
    }

    private static ToolException Refused(string address, HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new($"{address} lets only those in whom it knows (status {(int)status}): give a token by --token.", ExitCode.Failed),
        HttpStatusCode.NotFound => new($"{address} is not there (status 404): see whether --service and --scope are right.", ExitCode.Failed),
        >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests => new($"{address} cannot answer now (status {(int)status}).", ExitCode.TryAgain),
        _ => new($"{address} answers with status {(int)status}.", ExitCode.Failed),
    };
}
