namespace SyncGen.Samples.Tests;

/// <summary>Sends each request to the next server, and where that one is away to the one after.</summary>
internal sealed class RoundRobin(IReadOnlyList<Uri> servers, Action<int> beforeRequest) : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly int[] _answers = new int[servers.Count];
    private int _requests;

    /// <summary>How many requests each server answered.</summary>
    public IReadOnlyList<int> Answers => _answers;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        beforeRequest(++_requests);
        var path = request.RequestUri!.PathAndQuery;
        for (var i = 0; ; i++)
        {
            var server = (_requests + i) % servers.Count;
            request.RequestUri = new Uri(servers[server], path);
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                // Broken off in the midst of an answer is no answer either.
                await response.Content.LoadIntoBufferAsync(cancellationToken);
                _answers[server]++;
                return response;
            }
            catch (HttpRequestException) when (i < servers.Count)
            {
                // The next one has the same store and the same keys.
                await Task.Yield();
            }
        }
    }
}
