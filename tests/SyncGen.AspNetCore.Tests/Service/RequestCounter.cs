namespace SyncGen.AspNetCore.Tests.Service;

/// <summary>Counts requests, and the bytes of their bodies, up and down, as they are on the way.</summary>
internal sealed class RequestCounter : DelegatingHandler
{
    private readonly HttpClient _client;

    public RequestCounter()
        : base(new SocketsHttpHandler()) => _client = new HttpClient(this, disposeHandler: false);

    public HttpClient Client => _client;

    public int Requests { get; private set; }

    public long Bytes { get; private set; }

    public void Reset() => (Requests, Bytes) = (0, 0);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        Bytes += request.Content!.Headers.ContentLength!.Value;
        var response = await base.SendAsync(request, cancellationToken);
        Bytes += response.Content.Headers.ContentLength!.Value;
        return response;
    }

    protected override void Dispose(bool disposing)
    {
        _client.Dispose();
        base.Dispose(disposing);
    }
}
