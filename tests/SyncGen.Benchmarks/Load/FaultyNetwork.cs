namespace SyncGen.Benchmarks.Load;

/// <summary>Cuts connections before and after the answer, sends requests twice, and delays them. Thread-safe.</summary>
/// <param name="percent">How many of a hundred requests meet a fault.</param>
/// <param name="seed">What they are drawn from.</param>
internal sealed class FaultyNetwork(int percent, int seed) : DelegatingHandler(new SocketsHttpHandler())
{
    private const int DelayMillisecondsMax = 500;

    private readonly Random _random = new(seed);
    private readonly Lock _lock = new();
    private long _requests;
    private long _faults;

    public bool IsOn { get; set; } = true;

    public long Requests => _requests;

    public long Faults => _faults;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        var (isFaulty, kind, delay) = Draw();
        if (!isFaulty || !IsOn)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        Interlocked.Increment(ref _faults);
        switch (kind)
        {
            case 0:
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was cut before the request came through.");
            case 1:
                (await base.SendAsync(request, cancellationToken)).Dispose();
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was cut before the answer came through.");
            case 2:
                (await base.SendAsync(request, cancellationToken)).Dispose();
                return await base.SendAsync(request, cancellationToken);
            default:
                await Task.Delay(delay, cancellationToken);
                return await base.SendAsync(request, cancellationToken);
        }
    }

    private (bool IsFaulty, int Kind, int Delay) Draw()
    {
        lock (_lock)
        {
            return (_random.Next(100) < percent, _random.Next(4), _random.Next(DelayMillisecondsMax));
        }
    }
}
