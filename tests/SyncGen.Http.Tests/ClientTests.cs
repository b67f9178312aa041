using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SyncGen.Http.Tests.Model;
using SyncGen.Http.Tests.Service;

namespace SyncGen.Http.Tests;

/// <summary>The client that <c>AddSyncGenClient</c> registers waits where it helps, and nowhere else.</summary>
public sealed class ClientTests
{
    private static readonly Uri s_nobody = new("http://service.invalid/sync");
    private static readonly SyncOptions s_once = new() { TransientRetriesMax = 0 };

    [Fact]
    public async Task Tokens_are_added_and_renewed_while_requests_and_answers_are_lost()
    {
        var (tokens, refused, lost) = (0, 0, 0);
        await using var service = await NoteService.StartAsync(async (context, next) =>
        {
            if (context.Request.Headers.Authorization != $"Bearer {tokens}")
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                refused++;
                return;
            }

            await next(context);
            tokens += lost % 7 == 0 ? 1 : 0;
        });
        var services = new ServiceCollection();
        var clock = new FakeTimeProvider();
        services.AddSingleton(new SyncEnvironment(clock));
        services.AddSyncGenClient()
            .AddHttpMessageHandler(() => new TokenHandler(_ => Task.FromResult($"{tokens}")))
            .ConfigurePrimaryHttpMessageHandler(() => new ScriptedHandler(async (request, _, send, _) =>
            {
                // Two of five requests get lost, one of them after it was answered.
                lost += request % 5 is 2 or 3 ? 1 : 0;
                return (request % 5) switch
                {
                    2 => throw new HttpRequestException("The request was lost."),
                    3 => await LoseAsync(send),
                    _ => await send(),
                };
            }));
        await using var provider = services.BuildServiceProvider();
        await using var leaf = await NoteStore.CreateAsync(SyncRole.Leaf);
        await using var hub = NoteScope.Http(service.Address, new HttpProviderOptions { Client = provider.GetRequiredService<IHttpClientFactory>().CreateSyncGenClient });
        service.Store.Add(1, 200);
        leaf.Add(1_000, 200);

        await RunAsync(clock, () => SyncOrchestrator.Between(leaf.Provider, hub).SynchronizeAsync(new SyncOptions { TransientRetriesMax = 0, BatchBytesMax = 20_000 }));

        Assert.Equal(service.Store.Read(), leaf.Read());
        Assert.Equal(400, leaf.Read().Count);
        Assert.True(refused > 0 && lost > 5, $"{refused} refused, {lost} lost");
    }

    [Theory]
    [InlineData(408, 4)]
    [InlineData(429, 4)]
    [InlineData(502, 4)]
    [InlineData(503, 4)]
    [InlineData(504, 4)]
    [InlineData(400, 1)]
    [InlineData(401, 1)]
    [InlineData(403, 1)]
    [InlineData(404, 1)]
    [InlineData(500, 1)]
    [InlineData(507, 1)]
    public async Task What_may_pass_is_tried_four_times_and_what_may_not_once(int status, int attempts)
    {
        var (error, times) = await RunAsync(new FakeTimeProvider(), _ => new HttpResponseMessage((HttpStatusCode)status));

        Assert.Contains($"(status {status})", error.Message, StringComparison.Ordinal);
        Assert.Equal(attempts, times.Count);
    }

    [Fact]
    public async Task What_broke_off_is_tried_again_and_what_was_not_reached_is_left_to_the_session()
    {
        var (_, broken) = await RunAsync(new FakeTimeProvider(), _ => throw new HttpRequestException(HttpRequestError.ResponseEnded));
        var (offline, unreached) = await RunAsync(new FakeTimeProvider(), _ => throw new HttpRequestException(HttpRequestError.NameResolutionError));

        Assert.Equal(4, broken.Count);
        Assert.Single(unreached);
        Assert.True(offline.IsTransient);
    }

    [Theory]
    [InlineData(7, 4)]
    [InlineData(30, 4)]
    [InlineData(31, 1)]
    [InlineData(86_400, 1)]
    public async Task Service_that_says_when_to_come_again_is_obeyed_or_left_alone(int seconds, int attempts)
    {
        var (error, times) = await RunAsync(new FakeTimeProvider(), _ => Busy(new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds))));

        Assert.Equal(attempts, times.Count);
        Assert.All(times.Zip(times.Skip(1), (before, after) => (after - before).TotalSeconds), wait => Assert.InRange(wait, seconds, seconds + 1.5));
        Assert.Contains($"after {seconds} seconds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Date_to_come_again_at_is_obeyed_too()
    {
        var clock = new FakeTimeProvider();
        var at = clock.GetUtcNow().AddSeconds(12);

        var (_, times) = await RunAsync(clock, attempt => attempt == 1 ? Busy(new RetryConditionHeaderValue(at)) : new HttpResponseMessage(HttpStatusCode.NotFound));

        Assert.Equal(2, times.Count);
        Assert.InRange((times[1] - at).TotalSeconds, 0, 1.5);
    }

    [Fact]
    public async Task Service_that_fails_again_and_again_is_left_alone_for_a_while()
    {
        var clock = new FakeTimeProvider();
        var sent = 0;
        await using var provider = Provider(clock, _ =>
        {
            sent++;
            throw new HttpRequestException(HttpRequestError.ConnectionError);
        });
        var factory = provider.GetRequiredService<IHttpClientFactory>();
        await using var leaf = await NoteStore.CreateAsync(SyncRole.Leaf);
        await using var hub = NoteScope.Http(s_nobody, new HttpProviderOptions { Client = factory.CreateSyncGenClient });
        async Task<SyncException> ErrorAsync() => await Assert.ThrowsAsync<SyncException>(() =>
            RunAsync(clock, () => SyncOrchestrator.Between(leaf.Provider, hub).SynchronizeAsync(s_once)));
        for (var i = 0; i < 100; i++)
        {
            await ErrorAsync();
        }

        Assert.Equal(100, sent);
        using var cancellation = new CancellationTokenSource();
        var waiting = SyncOrchestrator.Between(leaf.Provider, hub).SynchronizeAsync(s_once, cancellationToken: cancellation.Token);
        await Task.Delay(100);
        Assert.Equal(100, sent);
        Assert.False(waiting.IsCompleted);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.True((await ErrorAsync()).IsTransient);
        Assert.Equal(101, sent);
    }

    [Fact]
    public async Task Client_of_another_name_is_another()
    {
        var services = new ServiceCollection();
        services.AddSyncGenClient();
        services.AddSyncGenClient("branch").ConfigureHttpClient(client => client.DefaultRequestHeaders.Add("X-Branch", "1"));
        await using var provider = services.BuildServiceProvider();
        var factory = provider.GetRequiredService<IHttpClientFactory>();

        Assert.Empty(factory.CreateSyncGenClient().DefaultRequestHeaders);
        Assert.Single(factory.CreateClient("branch").DefaultRequestHeaders);
        Assert.Equal(Timeout.InfiniteTimeSpan, factory.CreateSyncGenClient().Timeout);
    }

    // One session, on a clock that runs as fast as it can.
    private static async Task<(SyncException Error, IReadOnlyList<DateTimeOffset> Times)> RunAsync(FakeTimeProvider clock, Func<int, HttpResponseMessage> answer)
    {
        var times = new List<DateTimeOffset>();
        await using var provider = Provider(clock, request =>
        {
            times.Add(clock.GetUtcNow());
            return answer(request);
        });
        await using var leaf = await NoteStore.CreateAsync(SyncRole.Leaf);
        await using var hub = NoteScope.Http(s_nobody, new HttpProviderOptions { Client = provider.GetRequiredService<IHttpClientFactory>().CreateSyncGenClient });
        var error = await Assert.ThrowsAsync<SyncException>(() => RunAsync(clock, () => SyncOrchestrator.Between(leaf.Provider, hub).SynchronizeAsync(s_once)));
        return (error, times);
    }

    private static async Task RunAsync(FakeTimeProvider clock, Func<Task> work)
    {
        var running = work();
        while (await Task.WhenAny(running, Task.Delay(5)) != running)
        {
            clock.Advance(TimeSpan.FromSeconds(0.5));
        }

        await running;
    }

    private static ServiceProvider Provider(TimeProvider clock, Func<int, HttpResponseMessage> answer)
    {
        var services = new ServiceCollection();
        services.AddSingleton(new SyncEnvironment(clock));
        services.AddSyncGenClient().ConfigurePrimaryHttpMessageHandler(() => new ScriptedHandler((request, _, _, _) => Task.FromResult(answer(request))));
        return services.BuildServiceProvider();
    }

    private static HttpResponseMessage Busy(RetryConditionHeaderValue again)
    {
        var response = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter = again;
        return response;
    }

    private static async Task<HttpResponseMessage> LoseAsync(Func<Task<HttpResponseMessage>> send)
    {
        (await send()).Dispose();
        throw new HttpRequestException(HttpRequestError.ResponseEnded, "The answer was lost.");
    }
}
