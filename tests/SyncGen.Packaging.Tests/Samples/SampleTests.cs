using System.Reflection;
using SyncGen.Testing;
using SyncGen.Testing.Servers;

namespace SyncGen.Packaging.Tests.Samples;

/// <summary>What the samples show works with what users have: the packages, and nothing of the repository.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class SampleTests(PackagedSamples samples) : IClassFixture<PackagedSamples>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_sample_is_run_by_a_test_of_this_class()
    {
        var samples = Directory.GetFiles(Path.Combine(RepositoryFolder.Path, "samples"), "*.csproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension);
        var run = typeof(SampleTests).GetMethods().SelectMany(test => test.GetCustomAttribute<SampleAttribute>()?.Names ?? []);

        Assert.Equal(samples.Order(StringComparer.Ordinal), run.Order(StringComparer.Ordinal));
    }

    [Fact]
    [Sample("QuickStart")]
    public async Task QuickStart_ends_in_agreement() =>
        Assert.Contains("all three databases agree", await samples.RunAsync("QuickStart", _folder.Path), StringComparison.Ordinal);

    [Fact]
    [Sample("Todo")]
    public async Task Todo_lists_are_the_same_everywhere() =>
        Assert.Contains("Buy milk 1\nBuy milk 1\nBuy milk 1", (await samples.RunAsync("Todo", _folder.Path)).ReplaceLineEndings("\n"), StringComparison.Ordinal);

    [Fact]
    [Sample("MusicStore")]
    public async Task MusicStore_ends_in_agreement()
    {
        // The tables of Chinook, with as many of its rows as the sample's stores work on.
        foreach (var script in new[] { "SyncGen.Tool.Tests/Scaffolding/Chinook.sql", "SyncGen.Packaging.Tests/Samples/ChinookRows.sql" })
        {
            SqliteFile.Run(_folder.File("chinook.db"), await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Path, "tests", script)));
        }

        Assert.Contains("All four stores agree.", await samples.RunAsync("MusicStore", _folder.Path, _folder.File("chinook.db")), StringComparison.Ordinal);
    }

    [RequiresFact(Requirement.Servers)]
    [Sample("BranchOffices")]
    public async Task BranchOffices_hold_what_is_theirs()
    {
        await using var postgreSql = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();
        await using var mariaDb = await (await MariaDbServer.SharedAsync()).CreateDatabaseAsync();

        var output = await samples.RunAsync("BranchOffices", _folder.Path, postgreSql.ConnectionString, mariaDb.ConnectionString);

        Assert.Contains("Yes: everybody holds what is theirs, and nothing else.", output, StringComparison.Ordinal);
    }

    [Fact]
    [Sample("TodoServer", "TodoClient")]
    public async Task TodoClient_meets_TodoServer()
    {
        await using var server = await ServiceProcess.StartAsync(samples.Program("TodoServer"), _folder.Path);
        var phone = Directory.CreateDirectory(_folder.File("phone")).FullName;
        var laptop = Directory.CreateDirectory(_folder.File("laptop")).FullName;

        await samples.RunAsync("TodoClient", phone, "ann", $"{server.Address}/sync", "add", "Buy milk");
        Assert.Contains("[ ] Buy milk", await samples.RunAsync("TodoClient", laptop, "ann", $"{server.Address}/sync", "list"), StringComparison.Ordinal);
        await samples.RunAsync("TodoClient", laptop, "ann", $"{server.Address}/sync", "done", "Buy milk");
        Assert.Contains("[x] Buy milk", await samples.RunAsync("TodoClient", phone, "ann", $"{server.Address}/sync", "list"), StringComparison.Ordinal);
    }
}
