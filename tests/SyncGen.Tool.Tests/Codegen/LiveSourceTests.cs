using Microsoft.Data.Sqlite;
using SyncGen.Providers.Specification.Databases;
using SyncGen.Testing;

namespace SyncGen.Tool.Tests.Codegen;

/// <summary>Files that are made of a live database or a live service.</summary>
public sealed class LiveSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Output => _folder.File("out");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_live_database_is_a_model()
    {
        var connection = await DatabaseAsync();

        var result = (await InProcess.RunAsync(
            "codegen", "--database", "sqlite", "--connection", connection, "--scope", "shop", "--namespace", "Shop", "--what", "classes,typescript", "--output", Output, "--json")).Require(0);

        Assert.Contains("[SyncScope(\"shop\", typeof(Customer))]", await ReadAsync("classes/ShopScope.cs"), StringComparison.Ordinal);
        Assert.Contains("namespace Shop;", await ReadAsync("classes/Customer.cs"), StringComparison.Ordinal);
        Assert.Contains("export interface Customer {", await ReadAsync("typescript/shop.ts"), StringComparison.Ordinal);
        Assert.Contains("customer.id", (string?)result.Json["notes"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_live_service_is_a_model_as_far_as_it_says()
    {
        await using var database = await StoreDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var service = await TestService.StartAsync(database);

        var result = (await RunAsync(service.Address, "--token", TestService.Token, "--what", "classes,typescript,document")).Require(0);

        Assert.Contains("conflicts", result.Errors, StringComparison.Ordinal);
        Assert.Contains("owner (Edm.String)", result.Errors, StringComparison.Ordinal);
        Assert.Contains("    [Key]\n    public int Id { get; set; }", await ReadAsync("classes/Chore.cs"), StringComparison.Ordinal);
        Assert.Contains("[SyncScope(\"chore\", typeof(Chore))]", await ReadAsync("classes/ChoreScope.cs"), StringComparison.Ordinal);
        Assert.Contains("Owner: string;", await ReadAsync("typescript/chore.ts"), StringComparison.Ordinal);

        (await InProcess.RunAsync("codegen", "--model", Path.Combine(Output, "document", "model.sync.json"), "--what", "sql", "--output", _folder.File("sql"))).Require(0);
        Assert.True(File.Exists(Path.Combine(_folder.File("sql"), "chore", "SqlServer", "provision.peer.sql")));
    }

    [Fact]
    public async Task A_service_that_refuses_is_said_so_without_its_token()
    {
        await using var database = await StoreDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var service = await TestService.StartAsync(database);

        var refused = (await RunAsync(service.Address.Replace("http://", "http://ann:s3cret@", StringComparison.Ordinal), "--token", "wrong-token")).Require(1);
        var missing = (await RunAsync(service.Address + "/elsewhere", "--token", TestService.Token)).Require(1);
        var away = (await RunAsync("http://127.0.0.1:1/sync")).Require(4);

        Assert.Contains("--token", refused.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-token", refused.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("/elsewhere/chore/$metadata", missing.Errors, StringComparison.Ordinal);
        Assert.Contains("cannot be reached", away.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Output));
    }

    [Fact]
    public async Task Scaffolding_writes_classes_and_leaves_those_that_are_there()
    {
        string[] line = ["scaffold", "--database", "sqlite", "--connection", await DatabaseAsync(), "--output", _folder.File("m.sync.json"), "--scope", "shop", "--classes", Output];
        var dry = (await InProcess.RunAsync([.. line, "--dry-run"])).Require(0);
        Assert.Contains("Would write Customer.cs.", dry.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Output));

        var first = (await InProcess.RunAsync([.. line, "--json"])).Require(0);
        Assert.Equal(["new", "new"], first.Json["classes"]!.AsArray().Select(file => (string?)file!["state"]));
        await File.WriteAllTextAsync(Path.Combine(Output, "Customer.cs"), "// mine");
        var second = (await InProcess.RunAsync([.. line, "--json"])).Require(0);

        Assert.Equal(["kept", "unchanged"], second.Json["classes"]!.AsArray().Select(file => (string?)file!["state"]));
        Assert.Contains("Customer.cs is yours and differs: it stays.", second.Errors, StringComparison.Ordinal);
        Assert.Equal("// mine", await ReadAsync("Customer.cs"));
    }

    private Task<ToolResult> RunAsync(string service, params string[] arguments) =>
        InProcess.RunAsync(["codegen", "--service", service, "--scope", "chore", "--output", Output, .. arguments]);

    private Task<string> ReadAsync(string name) => File.ReadAllTextAsync(Path.Combine(Output, name));

    private async Task<string> DatabaseAsync()
    {
        var connectionString = $"Data Source={_folder.File("shop.db")};Pooling=false";
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT)";
        await command.ExecuteNonQueryAsync();
        return connectionString;
    }
}
