using System.Globalization;
using System.Text;
using SyncGen.AspNetCore.Tests.Service;
using SyncGen.AspNetCore.Tests.Storm;
using SyncGen.OData.Encodings;
using Xunit.Abstractions;

namespace SyncGen.AspNetCore.Tests;

/// <summary>
/// Damaged requests of all kinds end in an answer or a refusal, never in a failure of the service; and nobody gets rows by them that are
/// another's. SYNCGEN_REQUESTS says how many (default: 2,000), SYNCGEN_SEED from which seed.
/// </summary>
public sealed class StormTests(ITestOutputHelper output)
{
    private const int RequestsInCi = 2_000;
    private const int Fresh = 500;

    [Fact]
    public async Task Storm_of_damaged_requests_breaks_nothing_and_brings_nothing_of_others()
    {
        await using var service = await TestService.StartAsync(options => options.BatchBytesMax = 1_500);
        var store = service.Stores.Chores;
        TestStores.Run(store, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 80) INSERT INTO Chore SELECT i, CASE WHEN i % 2 = 0 THEN 'Annas ' ELSE 'SECRET ' END || i, CASE WHEN i % 2 = 0 THEN 'ann' ELSE 'ben' END FROM n");
        var secrets = TestStores.Read(store, "SELECT * FROM Chore WHERE Owner = 'ben' ORDER BY Id");
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(1) };
        using var first = new Stranger(service.Address, "chores", isJson: true, "ben");
        await first.DownloadAsync();
        var identity = TestStores.Read(store, "SELECT hex(replica) FROM syncgen_chores_replica ORDER BY id LIMIT 1");
        var (count, seed) = (Setting("SYNCGEN_REQUESTS", RequestsInCi), Setting("SYNCGEN_SEED", Random.Shared.Next()));
        output.WriteLine($"SYNCGEN_SEED={seed.ToString(CultureInfo.InvariantCulture)}");
        var statuses = new SortedDictionary<int, int>();
        StormMutator? mutator = null;
        for (var i = 0; i < count; i++)
        {
            mutator = i % Fresh == 0 ? await NewMutatorAsync(service) : mutator;
            var request = mutator!.Next(new Random(unchecked(seed + i)));
            if (request.ToMessage(service.Address) is { } message)
            {
                var (status, body) = await SendAsync(http, message);
                statuses[status] = statuses.GetValueOrDefault(status) + 1;
                Assert.True(status < 500, $"Request {i} of seed {seed} got {status}: {body}\n{request}");
                Assert.False(body.Contains("SECRET", StringComparison.Ordinal), $"Request {i} of seed {seed} got rows of another: {request}");
            }
        }

        output.WriteLine(string.Join(", ", statuses.Select(status => $"{status.Key}: {status.Value}")));
        Assert.True(statuses[200] > count / 20 && statuses[400] > count / 20);
        Assert.Equal(secrets, TestStores.Read(store, "SELECT * FROM Chore WHERE Owner = 'ben' ORDER BY Id"));
        Assert.Equal(identity, TestStores.Read(store, "SELECT hex(replica) FROM syncgen_chores_replica ORDER BY id LIMIT 1"));
        await RequireServiceAsync(service, secrets.Count);
    }

    private static async Task<StormMutator> NewMutatorAsync(TestService service)
    {
        var (requests, blobs) = await StormCorpus.CollectAsync(service);
        return new StormMutator(requests, blobs);
    }

    private static async Task<(int Status, string Body)> SendAsync(HttpClient http, HttpRequestMessage message)
    {
        using var request = message;
        using var response = await http.SendAsync(message);
        await using var raw = await response.Content.ReadAsStreamAsync();
        using var whole = new MemoryStream();
        await using var body = response.Content.Headers.ContentEncoding.FirstOrDefault() is { } coding ? ContentCoding.Decompress(coding, raw) : raw;
        await body.CopyToAsync(whole);
        return ((int)response.StatusCode, Encoding.UTF8.GetString(whole.ToArray()));
    }

    // An honest client is served as if nothing had been.
    private static async Task RequireServiceAsync(TestService service, int bens)
    {
        foreach (var isJson in new[] { true, false })
        {
            using var ben = new Stranger(service.Address, "chores", isJson, "ben");
            using var ann = new Stranger(service.Address, "chores", isJson, "ann");
            Assert.Equal(bens, (await ben.DownloadAsync()).Count(row => row["What"]!.StartsWith("SECRET", StringComparison.Ordinal)));
            await ann.DownloadAsync();
            var id = isJson ? 9001 : 9002;
            var entry = new StrangerEntry("chores.Chore", new() { ["Id"] = id.ToString(CultureInfo.InvariantCulture), ["What"] = "after", ["Owner"] = "ann" }) { TempId = "t" };
            Assert.Null(Assert.Single(await ann.UploadAsync([entry])).Error);
            Assert.Empty(await ben.DownloadAsync());
        }
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
