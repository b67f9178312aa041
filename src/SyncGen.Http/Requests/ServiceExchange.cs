using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using SyncGen.Filters;
using SyncGen.Model;
using SyncGen.OData.Compact;
using SyncGen.OData.Encodings;

namespace SyncGen.Http.Requests;

/// <summary>Sends requests to a service and reads its answers.</summary>
internal sealed class ServiceExchange(SyncScope scope, Uri service, string name, HttpProviderOptions options, HttpClient client)
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>Sends a message to one of the scope's operations, and answers with the service's.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="message">The message.</param>
    /// <param name="filter">Which part of the scope it is about; null: the one that the service gives this user.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="SyncException">The service cannot be reached, or does not do as it was asked; the message says why.</exception>
    public async Task<ReadOnlyMemory<byte>> SendAsync(
        string operation, ArrayBufferWriter<byte> message, FilterBinding? filter, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.RequestTimeout);
        try
        {
            using var request = await CreateAsync($"{operation}{FilterQuery.Of(filter)}", message, timeout.Token);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
            if (response.StatusCode != HttpStatusCode.OK || response.Content.Headers.ContentType?.MediaType != CompactFormat.MediaType)
            {
                throw await ServiceErrors.OfAsync(response, name, timeout.Token);
            }

            return await ReadAsync(response, timeout.Token);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw new SyncException(SyncErrorCode.ServiceUnreachable, $"{name} cannot be reached, or broke off: {error.Message}", error, isTransient: true);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SyncException(SyncErrorCode.ServiceUnreachable, $"{name} did not answer within {options.RequestTimeout.TotalSeconds} seconds.", error, isTransient: true);
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

    // However small the answer is on the way, what comes out of it has a bound.
    private async Task<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var raw = await response.Content.ReadAsStreamAsync(cancellationToken);
        var coding = response.Content.Headers.ContentEncoding.LastOrDefault();
        if (coding is not null && !ContentCoding.Names.Contains(coding, StringComparer.OrdinalIgnoreCase))
        {
            throw new SyncException(SyncErrorCode.MalformedData, $"{name} packed its answer as '{coding}', which it was not asked for.");
        }

        await using var body = coding is null ? raw : ContentCoding.Decompress(coding.ToLowerInvariant(), raw);
        var whole = new ArrayBufferWriter<byte>((int)Math.Min(response.Content.Headers.ContentLength ?? BufferBytes, BufferBytes) + 1);
        for (int read; (read = await body.ReadAsync(whole.GetMemory(BufferBytes), cancellationToken)) > 0;)
        {
            whole.Advance(read);
            if (whole.WrittenCount > options.AnswerBytesMax)
            {
                throw new SyncException(SyncErrorCode.LimitExceeded, $"{name} answered with more than {options.AnswerBytesMax} bytes. Have it send smaller batches, or raise {nameof(HttpProviderOptions.AnswerBytesMax)}.");
            }
        }

        return whole.WrittenMemory;
    }
}
