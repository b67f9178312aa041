using System.Net;

namespace SyncGen.AspNetCore.Tests.Service;

/// <summary>Loses requests, loses answers, sends requests twice, and has a proxy in it that is busy.</summary>
internal sealed class FaultyNetwork : DelegatingHandler
{
    private readonly Random _random;

    public FaultyNetwork(int seed)
        : base(new SocketsHttpHandler())
    {
        _random = new Random(seed);
        Client = new HttpClient(this, disposeHandler: false);
    }

    public HttpClient Client { get; }

    public bool IsOn { get; set; } = true;

    public int Count { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var fault = IsOn ? _random.Next(12) : int.MaxValue;
        Count += fault < 4 ? 1 : 0;
        switch (fault)
        {
            case 0:
                throw new HttpRequestException("The request was lost.");
            case 1:
                (await base.SendAsync(request, cancellationToken)).Dispose();
                throw new HttpRequestException("The answer was lost.");
            case 2:
                return new HttpResponseMessage(HttpStatusCode.BadGateway);
            case 3:
                (await base.SendAsync(request, cancellationToken)).Dispose();
                return await base.SendAsync(request, cancellationToken);
            default:
                return await base.SendAsync(request, cancellationToken);
        }
    }

    protected override void Dispose(bool disposing)
    {
        Client.Dispose();
        base.Dispose(disposing);
    }
}
