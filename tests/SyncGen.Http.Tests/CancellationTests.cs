using System.Diagnostics;
using SyncGen.Http.Tests.Model;
using SyncGen.Http.Tests.Service;

namespace SyncGen.Http.Tests;

/// <summary>A session over HTTP ends at once when it is cancelled, and the next one goes on from there.</summary>
public sealed class CancellationTests
{
    private const int Rows = 200;

    // Which request, and at which point of it.
    [Theory]
    [InlineData(1, "before it is sent")]
    [InlineData(1, "before its answer")]
    [InlineData(1, "in its answer")]
    [InlineData(5, "before it is sent")]
    [InlineData(5, "before its answer")]
    [InlineData(5, "in its answer")]
    [InlineData(15, "before it is sent")]
    [InlineData(15, "before its answer")]
    [InlineData(15, "in its answer")]
    public async Task Cancelled_session_ends_at_once_and_the_next_goes_on(int last, string point)
    {
        await using var service = await NoteService.StartAsync();
        await using var leaf = await NoteStore.CreateAsync(SyncRole.Leaf);
        service.Store.Add(1, Rows);
        leaf.Add(1_000, Rows);
        using var cancellation = new CancellationTokenSource();
        var watch = new Stopwatch();
        var contents = new List<TrackedContent>();
        using var handler = new ScriptedHandler(async (request, message, send, token) =>
        {
            var sent = new TrackedContent(message.Content!, hangs: false);
            message.Content = sent;
            contents.Add(sent);
            if (request == last)
            {
                watch.Start();
                cancellation.CancelAfter(TimeSpan.FromMilliseconds(50));
                if (point != "in its answer")
                {
                    using var response = point == "before its answer" ? await send() : null;
                    await Task.Delay(Timeout.Infinite, token);
                }
            }

            var answer = await send();
            var received = new TrackedContent(answer.Content, hangs: request == last);
            answer.Content = received;
            contents.Add(received);
            return answer;
        });
        await using var hub = NoteScope.Http(service.Address, new HttpProviderOptions { Client = () => handler.Client });
        var options = new SyncOptions { BatchBytesMax = 20_000 };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            SyncOrchestrator.Between(leaf.Provider, hub).SynchronizeAsync(options, cancellationToken: cancellation.Token));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Equal(last, handler.Requests);
        Assert.All(contents, content => Assert.True(content.IsDisposed));
        var (up, down) = (service.Store.Read("SELECT Id || '' FROM Note WHERE Id >= 1000").Count, leaf.Read("SELECT Id || '' FROM Note WHERE Id < 1000").Count);
        await using var next = NoteScope.Http(service.Address);

        // What a leaf reads first is all there is, its own rows too.
        var result = await SyncOrchestrator.Between(leaf.Provider, next).SynchronizeAsync(options);
        Assert.Equal(service.Store.Read(), leaf.Read());
        Assert.Equal(2 * Rows, leaf.Read().Count);
        Assert.Equal((2 * Rows) - down, result.Download.Rows);
        Assert.InRange(result.Upload.Rows, Rows - up, Rows - up + 20);
        Assert.True(last == 1 || up > 0, "Nothing had gone up.");
        Assert.True(last != 15 || down > 0, "Nothing had come down.");
    }
}
