using System.Security.Cryptography;
using Npgsql;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Testing;

namespace SyncGen.Tool.Tests;

/// <summary>What a doctor says to a login that may not do what it should.</summary>
public sealed class RightsTests
{
    [RequiresFact(Requirement.PostgreSql)]
    public async Task A_login_that_may_only_read_is_found_out()
    {
        await using var store = await ToolStore.CreateAsync(DatabaseKind.PostgreSql);
        (await store.RunAsync("provision")).Require(0);
        var login = "reader_" + RandomNumberGenerator.GetHexString(8, lowercase: true);
        await store.Database.ExecuteAsync($"CREATE ROLE {login} LOGIN PASSWORD 'reader'; GRANT SELECT ON ALL TABLES IN SCHEMA public TO {login}");
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(store.Database.ConnectionString) { Username = login, Password = "reader" }.ConnectionString;

            var result = (await ToolRun.RunAsync(
                "doctor", "--assembly", ToolStore.Assembly, "--scope", "latest", "--database", "postgresql", "--connection", connection, "--json")).Require(3).Json;

            var checks = result["checks"]!.AsArray().ToDictionary(check => (string)check!["name"]!, check => check!);
            Assert.Equal("ok", (string?)checks["connection"]["state"]);
            Assert.Equal("failed", (string?)checks["rights"]["state"]);
            Assert.Contains("Entry", (string?)checks["rights"]["message"], StringComparison.Ordinal);
        }
        finally
        {
            await store.Database.ExecuteAsync($"DROP OWNED BY {login}; DROP ROLE {login}");
        }
    }
}
