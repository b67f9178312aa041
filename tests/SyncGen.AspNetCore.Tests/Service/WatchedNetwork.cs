namespace SyncGen.AspNetCore.Tests.Service;

/// <summary>Does something before a request is sent that is waited for.</summary>
internal sealed class WatchedNetwork : DelegatingHandler
{
    private int _left;
    private Action? _action;

    public WatchedNetwork()
        : base(new SocketsHttpHandler()) => Client = new HttpClient(this, disposeHandler: false);

    public HttpClient Client { get; }

    /// <summary>Before the request of this number, from 1, counted from now.</summary>
    public void Before(int request, Action action) => (_left, _action) = (request, action);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (--_left == 0)
        {
            _action!();
        }

        return base.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        Client.Dispose();
        base.Dispose(disposing);
    }
}
