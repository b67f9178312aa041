using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using Polly;
using SyncGen.Filters;
using SyncGen.Model;
using SyncGen.OData.Compact;
using SyncGen.OData.Encodings;

namespace SyncGen.Http.Requests;

/// <summary>Sends requests to a service and reads its answers.</summary>
internal sealed class ServiceExchange(SyncScope scope, Uri service, string name, HttpProviderOptions options, HttpClient client)
{
    private const int ProblemBytesMax = 64 * 1024;

    /// <summary>Sends a message to one of the scope's operations, and answers with the service's.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="message">The message.</param>
    /// <param name="filter">Which part of the scope it is about; null: the one that the service gives this user.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="SyncException">The service cannot be reached, or does not do as it was asked; the message says why.</exception>
    public async Task<TAnswer> SendAsync<TAnswer>(
        string operation, ArrayBufferWriter<byte> message, FilterBinding? filter, Func<ReadOnlyMemory<byte>, TAnswer> read, CancellationToken cancellationToken)
    {
        var answer = await SendAsync($"{operation}{FilterQuery.Of(filter)}", message, cancellationToken);
        try
        {
            return read(answer);
        }
        catch (SyncException error) when (error.Code == SyncErrorCode.MalformedData)
        {
            throw new SyncException(
                SyncErrorCode.MalformedData,
                $"What {name} answered is not understood: {ConnectionErrors.Sentence(error.Message)} Bring both sides to the same version of SyncGen, or check what stands between.",
                error);
        }
    }

    private async Task<ReadOnlyMemory<byte>> SendAsync(string operation, ArrayBufferWriter<byte> message, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.RequestTimeout);
        try
        {
            using var request = await CreateAsync(operation, message, timeout.Token);
            var asked = request.RequestUri!;
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
            return response.StatusCode == HttpStatusCode.OK && Is(response, CompactFormat.MediaType)
                ? await AnswerBody.ReadAsync(response, name, options.AnswerBytesMax, timeout.Token)
                : throw ServiceErrors.Of(response, await ProblemAsync(response, timeout.Token), asked, name);
        }
        catch (HttpRequestException error)
        {
            throw ConnectionErrors.Of(error, name);
        }
        catch (IOException error)
        {
            throw new SyncException(SyncErrorCode.ServiceUnreachable, $"{name} broke off: {ConnectionErrors.Sentence(error.Message)} Nothing is lost; try again later.", error, isTransient: true);
        }
        catch (ExecutionRejectedException error)
        {
            throw new SyncException(SyncErrorCode.ServiceUnreachable, $"The client's handlers gave up on {name}: {ConnectionErrors.Sentence(error.Message)} Try again later.", error, isTransient: true);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            var limit = timeout.IsCancellationRequested ? $"{options.RequestTimeout.TotalSeconds} seconds" : "the time that the client's own settings allow";
            throw new SyncException(SyncErrorCode.ServiceUnreachable, $"{name} did not answer within {limit}. Try again later, or allow it more.", error, isTransient: true);
        }
    }

    private async Task<HttpRequestMessage> CreateAsync(string operation, ArrayBufferWriter<byte> message, CancellationToken cancellationToken)
    {
        var address = $"{service.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{Uri.EscapeDataString(scope.Name)}/{operation}";
        var (body, coding) = (message.WrittenMemory, default(string));
        if (body.Length >= options.PackedFromBytes)
        {
            coding = ContentCoding.Names[0];
            body = await PackAsync(coding, body, cancellationToken);
        }

        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(CompactFormat.MediaType);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(CompactFormat.MediaType));
        if (coding is not null)
        {
            request.Content.Headers.ContentEncoding.Add(coding);
        }

        foreach (var accepted in ContentCoding.Names)
        {
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(accepted));
        }

        return request;
    }

    private static async Task<ReadOnlyMemory<byte>> PackAsync(string coding, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using var packed = new MemoryStream();
        await using (var pack = ContentCoding.Compress(coding, packed))
        {
            await pack.WriteAsync(body, cancellationToken);
        }

        return packed.ToArray();
    }

    private async Task<ServiceProblem> ProblemAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!Is(response, ServiceProblem.MediaType))
        {
            return default;
        }

        try
        {
            return ServiceProblem.Read(await AnswerBody.ReadAsync(response, name, ProblemBytesMax, cancellationToken));
        }
        catch (Exception error) when (error is SyncException or IOException or HttpRequestException)
        {
            // The status alone says enough.
            return default;
        }
    }

    private static bool Is(HttpResponseMessage response, string mediaType) =>
        string.Equals(response.Content.Headers.ContentType?.MediaType, mediaType, StringComparison.OrdinalIgnoreCase);
}
