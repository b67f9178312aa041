using System.Net;
using SyncGen.Testing;
using SyncGen.Testing.Servers;

namespace SyncGen.Packaging.Tests.Starters;

/// <summary>What <c>dotnet new</c> makes runs as it is made, and says so in its README.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class StarterTests(CreatedStarters starters) : IClassFixture<CreatedStarters>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Devices_of_one_user_meet_at_the_service_and_users_do_not()
    {
        await using var server = await ServiceProcess.StartAsync(starters.Server, CreatedStarters.FolderOf(starters.Server));
        var phone = Directory.CreateDirectory(_folder.File("phone")).FullName;
        var laptop = Directory.CreateDirectory(_folder.File("laptop")).FullName;

        Assert.Contains("[ ] Buy milk", await ClientAsync(phone, "ann", server, "add", "Buy milk"), StringComparison.Ordinal);
        Assert.Contains("[ ] Buy milk", await ClientAsync(laptop, "ann", server, "list"), StringComparison.Ordinal);
        // Nobody is connected, and another program writes the file.
        SqliteFile.Run(Path.Combine(laptop, "ann.db"), "UPDATE TodoItem SET Title = 'Buy oat milk'");
        Assert.Contains("[x] Buy oat milk", await ClientAsync(laptop, "ann", server, "done", "Buy oat milk"), StringComparison.Ordinal);

        Assert.Contains("[x] Buy oat milk", await ClientAsync(phone, "ann", server, "list"), StringComparison.Ordinal);
        Assert.DoesNotContain("milk", await ClientAsync(phone, "ben", server, "list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Client_works_without_the_service()
    {
        var output = await DotnetCommand.RunAsync(_folder.Path, starters.Client, "ann", "http://127.0.0.1:9/sync", "add", "Buy milk");

        Assert.Contains("Not synchronised", output, StringComparison.Ordinal);
        Assert.Contains("[ ] Buy milk", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Service_lets_in_who_is_signed_in_and_says_how_it_is() => await AnswersAsync(starters.Server);

    [RequiresFact(Requirement.PostgreSql)]
    public async Task Service_does_so_with_PostgreSQL()
    {
        await using var database = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();

        await AnswersAsync(starters.PostgreSqlServer, "--ConnectionStrings:Todo", database.ConnectionString);
    }

    [Fact]
    public void Nothing_of_the_template_is_left_in_what_it_makes()
    {
        var files = new[] { starters.Server, starters.Client, starters.PostgreSqlServer }.SelectMany(program => Directory.GetFiles(CreatedStarters.FolderOf(program))).ToList();

        Assert.Contains(files, file => file.EndsWith("README.md", StringComparison.Ordinal));
        Assert.All(files.Where(file => !file.EndsWith(".db", StringComparison.Ordinal)), file =>
            Assert.DoesNotMatch("Acme|SYNCGEN_VERSION|#if|#else|#endif|VALUE-FORMS", Path.GetFileName(file) + File.ReadAllText(file)));
        Assert.Contains("Host=", File.ReadAllText(Path.Combine(CreatedStarters.FolderOf(starters.PostgreSqlServer), "appsettings.json")), StringComparison.Ordinal);
    }

    private static async Task AnswersAsync(string program, params string[] arguments)
    {
        await using var server = await ServiceProcess.StartAsync(program, CreatedStarters.FolderOf(program), arguments);
        using var http = new HttpClient { BaseAddress = new Uri(server.Address) };

        Assert.Equal("Healthy", await http.GetStringAsync("health"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync("sync/todo/DownloadChanges")).StatusCode);
        http.DefaultRequestHeaders.Authorization = new("Bearer", "dev-ann");
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("sync/todo/DownloadChanges")).StatusCode);
    }

    private Task<string> ClientAsync(string device, string user, ServiceProcess server, params string[] command) =>
        DotnetCommand.RunAsync(device, [starters.Client, user, $"{server.Address}/sync", .. command]);
}
