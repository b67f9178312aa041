using System.Buffers;
using SyncGen.OData.Encodings;

namespace SyncGen.Http.Requests;

/// <summary>Reads what a service answered, unpacked. However small it is on the way, what comes out of it has a bound.</summary>
internal static class AnswerBody
{
    private const int BufferBytes = 64 * 1024;

    /// <exception cref="SyncException">It cannot be unpacked, or is larger than it may be.</exception>
    /// <exception cref="IOException">It broke off.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage response, string name, long bytesMax, CancellationToken cancellationToken)
    {
        var codings = response.Content.Headers.ContentEncoding;
        var coding = string.Join(", ", codings).ToLowerInvariant() is var one and not ("" or "identity") ? one : null;
        if (coding is not null && !ContentCoding.Names.Contains(coding, StringComparer.Ordinal))
        {
            throw new SyncException(SyncErrorCode.MalformedData, $"{name} packed its answer as '{coding}', which it was not asked for. Check what stands between.");
        }

        await using var raw = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using var body = coding is null ? raw : ContentCoding.Decompress(coding, raw);
        var whole = new ArrayBufferWriter<byte>((int)Math.Min(response.Content.Headers.ContentLength ?? BufferBytes, BufferBytes) + 1);
        while (await ReadAsync(body, whole.GetMemory(BufferBytes), name, cancellationToken) is var read and > 0)
        {
            whole.Advance(read);
            if (whole.WrittenCount > bytesMax)
            {
                throw new SyncException(SyncErrorCode.LimitExceeded, $"{name} answered with more than {bytesMax} bytes. Have it send smaller batches, or raise {nameof(HttpProviderOptions.AnswerBytesMax)}.");
            }
        }

        return whole.WrittenMemory;
    }

    private static async ValueTask<int> ReadAsync(Stream body, Memory<byte> part, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(part, cancellationToken);
        }
        catch (SyncException error) when (error.Code == SyncErrorCode.MalformedData)
        {
            throw new SyncException(SyncErrorCode.MalformedData, $"What {name} answered is damaged: {ConnectionErrors.Sentence(error.Message)} Check what stands between.", error);
        }
    }
}
