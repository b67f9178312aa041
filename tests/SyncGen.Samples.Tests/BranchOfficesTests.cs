using SyncGen.Testing;
using SyncGen.Testing.Servers;

namespace SyncGen.Samples.Tests;

/// <summary>The sample that wants servers runs as its README says.</summary>
public sealed class BranchOfficesTests
{
    private static readonly string s_program = Path.Combine(
        RepositoryFolder.Path, "samples", "BranchOffices", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "BranchOffices.dll");

    [RequiresFact(Requirement.Servers)]
    public async Task Everybody_holds_what_is_theirs()
    {
        await using var postgreSql = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();
        await using var mariaDb = await (await MariaDbServer.SharedAsync()).CreateDatabaseAsync();

        var output = await DotnetCommand.RunAsync(AppContext.BaseDirectory, s_program, postgreSql.ConnectionString, mariaDb.ConnectionString);

        Assert.Contains("Sam (south, SQLite): Sam.db", output, StringComparison.Ordinal);
        Assert.Contains("evicted", output, StringComparison.Ordinal);
        Assert.Contains("""Sale {"Id":30}: The row lies outside the part""", output, StringComparison.Ordinal);
        Assert.Contains("Yes: everybody holds what is theirs, and nothing else.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_connection_strings_it_says_how_it_is_used()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => DotnetCommand.RunAsync(AppContext.BaseDirectory, s_program));

        Assert.Contains("Usage: BranchOffices", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => DotnetCommand.RunAsync(
            AppContext.BaseDirectory, s_program, "Host=127.0.0.1;Port=1;Username=nobody", "Server=127.0.0.1;Port=1;User ID=nobody"));

        Assert.Contains("127.0.0.1:1", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error.Message, StringComparison.Ordinal);
    }
}
