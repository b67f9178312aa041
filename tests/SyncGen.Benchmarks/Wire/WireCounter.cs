namespace SyncGen.Benchmarks.Wire;

/// <summary>Counts the bytes of bodies on the wire.</summary>
internal sealed class WireCounter : DelegatingHandler
{
    private long _bytes;

    public WireCounter()
        : base(new SocketsHttpHandler()) => Client = new HttpClient(this, disposeHandler: false);

    public HttpClient Client { get; }

    public long Take() => Interlocked.Exchange(ref _bytes, 0);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Add(ref _bytes, request.Content?.Headers.ContentLength ?? 0);
        var response = await base.SendAsync(request, cancellationToken);
        Interlocked.Add(ref _bytes, response.Content.Headers.ContentLength ?? 0);
        return response;
    }

    protected override void Dispose(bool disposing)
    {
        Client.Dispose();
        base.Dispose(disposing);
    }
}
