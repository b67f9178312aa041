namespace SyncGen.Benchmarks.Wire;

/// <summary>Counts all bytes on connections, headers too, as they are on the wire but for the packets of TCP.</summary>
internal sealed class WireCounter : IDisposable
{
    private long _bytes;

    public WireCounter() => Client = new HttpClient(new SocketsHttpHandler
    {
        PlaintextStreamFilter = (context, _) => new(new CountingStream(context.PlaintextStream, count => Interlocked.Add(ref _bytes, count))),
    });

    public HttpClient Client { get; }

    public long Take() => Interlocked.Exchange(ref _bytes, 0);

    public void Dispose() => Client.Dispose();
}
