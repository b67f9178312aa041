namespace SyncGen.Http.Tests.Service;

/// <summary>Does with each request what a test says; counts them.</summary>
internal sealed class ScriptedHandler : DelegatingHandler
{
    private readonly Func<int, HttpRequestMessage, Func<Task<HttpResponseMessage>>, CancellationToken, Task<HttpResponseMessage>> _script;

    /// <param name="script">What to do with which request, the first being 1, and how to send it on.</param>
    public ScriptedHandler(Func<int, HttpRequestMessage, Func<Task<HttpResponseMessage>>, CancellationToken, Task<HttpResponseMessage>> script)
        : base(new SocketsHttpHandler())
    {
        _script = script;
        Client = new HttpClient(this, disposeHandler: false);
    }

    public HttpClient Client { get; }

    public int Requests { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _script(++Requests, request, () => base.SendAsync(request, cancellationToken), cancellationToken);

    protected override void Dispose(bool disposing)
    {
        Client.Dispose();
        base.Dispose(disposing);
    }
}
