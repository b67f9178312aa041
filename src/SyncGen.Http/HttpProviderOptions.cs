using SyncGen.Filters;

namespace SyncGen.Http;

/// <summary>How to talk to a service.</summary>
public sealed class HttpProviderOptions
{
    /// <summary>
    /// Gives the client that sends the requests, for each session anew; who gives it, owns it. Handlers of it add tokens, retries and
    /// whatever else an application wants. Default: null, one client for all providers of the process, without any.
    /// </summary>
    public Func<HttpClient>? Client { get; init; }

    /// <summary>Which part of the scope is asked for; null: what the service gives this user. Default: null.</summary>
    public SyncFilter? Filter { get; init; }

    /// <summary>How long one request may take, from a second to an hour. Default: 100 seconds.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>The size of an answer, in bytes as they are after decompression, from 1. Default: 64 MiB.</summary>
    public long AnswerBytesMax { get; init; } = 64L << 20;

    /// <summary>The size from which what is sent up is packed, in bytes. Default: 1 KiB.</summary>
    public int PackedFromBytes { get; init; } = 1024;
}
