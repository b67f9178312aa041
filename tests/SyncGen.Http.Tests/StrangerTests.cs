using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SyncGen.Http.Tests.Model;
using SyncGen.Http.Tests.Service;

namespace SyncGen.Http.Tests;

/// <summary>Whatever is at an address that is no synchronisation service: one error says so, with the address and a remedy.</summary>
public sealed class StrangerTests
{
    private const int AnswerBytesMax = 100_000;

    public static TheoryData<string> Names => [.. Answers.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Stranger_is_one_error(string name)
    {
        var (answer, code, isTransient) = Answers.All[name];
        await using var server = new RawServer(answer);

        var error = await ErrorAsync(server.Address);

        Assert.Equal((code, isTransient), (error.Code, error.IsTransient));
    }

    [Fact]
    public async Task Page_to_sign_in_at_is_named_without_what_is_secret()
    {
        await using var server = new RawServer(Answers.All["a page to sign in at, after a redirect"].Answer);

        var error = await ErrorAsync(server.Address);

        Assert.Contains("/login", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificate_that_nobody_vouches_for_is_no_reason_to_try_again()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        await using var server = new RawServer(_ => [], request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1)));

        var error = await ErrorAsync(server.Address);

        Assert.Equal((SyncErrorCode.ServiceUnreachable, false), (error.Code, error.IsTransient));
        Assert.Contains("certificate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_without_tls_is_told_from_one_that_is_away()
    {
        await using var server = new RawServer(_ => "HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());

        var error = await ErrorAsync(new UriBuilder(server.Address) { Scheme = "https" }.Uri);

        Assert.Equal((SyncErrorCode.ServiceUnreachable, false), (error.Code, error.IsTransient));
        Assert.Contains("does not speak TLS", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Port_where_nobody_listens_may_be_tried_again()
    {
        Uri address;
        await using (var server = new RawServer(_ => []))
        {
            address = server.Address;
        }

        var error = await ErrorAsync(address);

        Assert.Equal((SyncErrorCode.ServiceUnreachable, true), (error.Code, error.IsTransient));
    }

    [Fact]
    public async Task Host_without_an_address_may_have_one_when_there_is_a_network()
    {
        var error = await ErrorAsync(new Uri("http://nowhere.invalid/sync"));

        Assert.Equal((SyncErrorCode.ServiceUnreachable, true), (error.Code, error.IsTransient));
        Assert.Contains("name", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Service_that_hangs_is_given_up_after_the_time_that_it_is_allowed()
    {
        static async Task<HttpResponseMessage> HangAsync(int request, HttpRequestMessage message, Func<Task<HttpResponseMessage>> send, CancellationToken token)
        {
            await Task.Delay(Timeout.Infinite, token);
            return await send();
        }

        using var handler = new ScriptedHandler(HangAsync);
        using var hasty = new ScriptedHandler(HangAsync);
        hasty.Client.Timeout = TimeSpan.FromMilliseconds(50);

        var error = await ErrorAsync(new Uri("http://service.invalid/sync"), handler.Client);
        var sooner = await ErrorAsync(new Uri("http://service.invalid/sync"), hasty.Client);

        Assert.Equal((SyncErrorCode.ServiceUnreachable, true), (error.Code, error.IsTransient));
        Assert.Contains("within 1 seconds", error.Message, StringComparison.Ordinal);
        Assert.Equal((SyncErrorCode.ServiceUnreachable, true), (sooner.Code, sooner.IsTransient));
        Assert.Contains("the client's own settings", sooner.Message, StringComparison.Ordinal);
    }

    private static async Task<SyncException> ErrorAsync(Uri address, HttpClient? client = null)
    {
        await using var leaf = await NoteStore.CreateAsync(SyncRole.Leaf);
        var options = client is null
            ? new HttpProviderOptions { AnswerBytesMax = AnswerBytesMax }
            : new HttpProviderOptions { Client = () => client, RequestTimeout = TimeSpan.FromSeconds(1) };
        await using var hub = NoteScope.Http(address, options);
        var error = await Assert.ThrowsAsync<SyncException>(() =>
            SyncOrchestrator.Between(leaf.Provider, hub).SynchronizeAsync(new SyncOptions { TransientRetriesMax = 0 }));
        Assert.Contains(address.ToString().TrimEnd('/'), error.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
        return error;
    }
}
