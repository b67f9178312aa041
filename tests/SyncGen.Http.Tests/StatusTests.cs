using System.Net;
using System.Text;
using SyncGen.Http.Tests.Model;
using SyncGen.Http.Tests.Service;

namespace SyncGen.Http.Tests;

/// <summary>Each status is an error that says what it means and what to do.</summary>
public sealed class StatusTests
{
    private static readonly SyncOptions s_once = new() { TransientRetriesMax = 0 };

    [Fact]
    public async Task Every_status_is_one_error_with_the_address_and_a_remedy()
    {
        await using var leaf = await NoteStore.CreateAsync(SyncRole.Leaf);
        var wrong = new List<string>();
        for (var status = 201; status < 600; status++)
        {
            var error = await ErrorAsync(leaf, new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("<html>", Encoding.UTF8, "text/html") });
            var says = error.Message.StartsWith("http://service.invalid/sync ", StringComparison.Ordinal) || error.Message.StartsWith("A proxy before http://service.invalid/sync ", StringComparison.Ordinal);
            if ((error.Code, error.IsTransient) != Expected(status) || !says || !error.Message.Contains($"(status {status})", StringComparison.Ordinal) || !error.Message.EndsWith('.'))
            {
                wrong.Add($"{status}: {error.Code}, transient {error.IsTransient}: {error.Message}");
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData(400, SyncErrorCode.MalformedData, "The message breaks off.")]
    [InlineData(404, SyncErrorCode.NoSuchService, "There is no such scope.")]
    [InlineData(409, SyncErrorCode.ModelMismatch, "Bring both to the same version.")]
    [InlineData(413, SyncErrorCode.LimitExceeded, "The batch has more than 5 rows.")]
    [InlineData(403, SyncErrorCode.AccessDenied, "These are the rows of somebody else.")]
    [InlineData(422, SyncErrorCode.Rejected, "No notes on Sundays.")]
    public async Task Service_says_itself_what_was_wrong(int status, SyncErrorCode code, string detail)
    {
        await using var leaf = await NoteStore.CreateAsync(SyncRole.Leaf);
        var problem = $$"""{"status":{{status}},"detail":"{{detail}}","code":{{(int)code}}}""";

        var error = await ErrorAsync(leaf, new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(problem, Encoding.UTF8, "application/problem+json") });

        Assert.Equal(code, error.Code);
        Assert.EndsWith(detail, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"detail\":1,\"code\":\"x\"}")]
    [InlineData("{\"detail\":\"\\ud800\",\"code\":121}")]
    [InlineData("{\"detail\":\"What?\",\"code\":1e99}")]
    [InlineData("{\"detail\":\"What?\",\"code\":-7}")]
    public async Task Problem_that_is_none_changes_nothing(string body)
    {
        await using var leaf = await NoteStore.CreateAsync(SyncRole.Leaf);

        var error = await ErrorAsync(leaf, new HttpResponseMessage(HttpStatusCode.Gone) { Content = new StringContent(body, Encoding.UTF8, "application/problem+json") });

        Assert.Equal(SyncErrorCode.NoSuchService, error.Code);
        Assert.Contains("(status 410)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Busy_service_says_when_to_come_again()
    {
        await using var leaf = await NoteStore.CreateAsync(SyncRole.Leaf);
        var (soon, at) = (new HttpResponseMessage(HttpStatusCode.TooManyRequests), new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
        soon.Headers.Add("Retry-After", "90");
        at.Headers.Add("Retry-After", "Sun, 29 Nov 2026 20:00:00 GMT");

        Assert.EndsWith("Try again after 90 seconds.", (await ErrorAsync(leaf, soon)).Message, StringComparison.Ordinal);
        Assert.EndsWith("Try again after 2026-11-29 20:00:00 UTC.", (await ErrorAsync(leaf, at)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://login.example/start?state=secret#top", "https://login.example/start ")]
    [InlineData("/elsewhere", "http://service.invalid/elsewhere ")]
    public async Task Redirect_says_where_to(string location, string said)
    {
        await using var leaf = await NoteStore.CreateAsync(SyncRole.Leaf);
        var redirect = new HttpResponseMessage(HttpStatusCode.Found);
        redirect.Headers.Add("Location", location);

        var error = await ErrorAsync(leaf, redirect);

        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    private static async Task<SyncException> ErrorAsync(NoteStore leaf, HttpResponseMessage response)
    {
        using var handler = new ScriptedHandler((_, _, _, _) => Task.FromResult(response));
        await using var hub = NoteScope.Http(new Uri("http://service.invalid/sync/"), new HttpProviderOptions { Client = () => handler.Client });
        var error = await Assert.ThrowsAsync<SyncException>(() => SyncOrchestrator.Between(leaf.Provider, hub).SynchronizeAsync(s_once));
        Assert.Equal(1, handler.Requests);
        return error;
    }

    private static (SyncErrorCode Code, bool IsTransient) Expected(int status) => status switch
    {
        401 or 402 or 403 or 407 or 451 => (SyncErrorCode.AccessDenied, false),
        413 or 414 or 431 => (SyncErrorCode.LimitExceeded, false),
        408 or 425 or 429 or 502 or 503 or 504 or 511 => (SyncErrorCode.ServiceUnreachable, true),
        501 or 505 => (SyncErrorCode.NoSuchService, false),
        >= 500 => (SyncErrorCode.ServiceFailed, false),
        _ => (SyncErrorCode.NoSuchService, false),
    };
}
