using SyncGen.Testing;

namespace SyncGen.Tool.Tests;

/// <summary>Models from files, projects and assemblies.</summary>
public sealed class ModelTests
{
    private const string Document =
        """
        {
          "namespace": "Shop",
          "entities": {
            "Customer": {
              "properties": {
                "Id": { "type": "Int32", "key": true },
                "Name": { "type": "String", "maxLength": 100 }
              }
            }
          },
          "scopes": { "shop": {} }
        }
        """;

    [Fact]
    public async Task A_document_is_a_model()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("shop.sync.json"), Document);
        string[] store = ["--model", "shop.sync.json", "--database", "sqlite", "--connection", "Data Source=shop.db"];

        (await ToolRun.RunAsync(folder.Path, [], ["provision", .. store])).Require(0);
        var status = (await ToolRun.RunAsync(folder.Path, [], ["status", .. store, "--json"])).Require(0).Json;

        Assert.Equal("shop", (string?)status["scope"]);
        Assert.Equal("Customer", (string?)status["tables"]![0]!["table"]);
        (await ToolRun.RunAsync(folder.Path, [], "sync", "--model", "shop.sync.json", "--from", "sqlite:Data Source=leaf.db", "--leaf", "--to", "sqlite:Data Source=shop.db")).Require(0);
    }

    [Theory]
    [InlineData("\"Int32\"", "\"Int33\"", "SYNC07")]
    [InlineData("\"Id\": { \"type\": \"Int32\", \"key\": true }", "\"Code\": { \"type\": \"Int32\" }", "SYNC01")]
    [InlineData("\"scopes\"", "\"scoops\"", "scoops")]
    [InlineData("}\n}", "}", "shop.sync.json(")]
    public async Task A_document_that_is_wrong_is_said_so_with_its_findings(string old, string changed, string expected)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("shop.sync.json"), Document.ReplaceLineEndings("\n").Replace(old, changed, StringComparison.Ordinal));

        var result = (await ToolRun.RunAsync(folder.Path, [], "provision", "--model", "shop.sync.json", "--database", "sqlite", "--connection", "Data Source=shop.db")).Require(2);

        Assert.Contains(expected, result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_of_a_document_does_not_fit_a_database_is_said()
    {
        using var folder = new TemporaryFolder();
        var name = new string('n', 64);
        await File.WriteAllTextAsync(folder.File("shop.sync.json"), Document.Replace("\"Customer\": {", $"\"Customer\": {{ \"table\": \"{name}\",", StringComparison.Ordinal));

        (await ToolRun.RunAsync(folder.Path, [], "provision", "--model", "shop.sync.json", "--database", "sqlite", "--connection", "Data Source=shop.db")).Require(0);
        var result = (await ToolRun.RunAsync(folder.Path, [], "provision", "--model", "shop.sync.json", "--database", "postgresql", "--connection", "Host=127.0.0.1")).Require(2);

        Assert.Contains("The model does not fit PostgreSQL:", result.Errors, StringComparison.Ordinal);
        Assert.Contains("shop.sync.json(4,", result.Errors, StringComparison.Ordinal);
        Assert.Contains($"SYNC0505: PostgreSQL cannot use the name '{name}'", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_of_several_frameworks_is_asked_for_that_of_one()
    {
        using var folder = new TemporaryFolder();
        await ProjectFolder.WriteAsync(folder, "public sealed class Customer { [System.ComponentModel.DataAnnotations.Key] public int Id { get; set; } }", "net10.0;net10.0-windows");
        string[] store = ["--project", "Shop.csproj", "--database", "sqlite", "--connection", "Data Source=shop.db"];

        var unsaid = (await ToolRun.RunAsync(folder.Path, [], ["provision", .. store])).Require(2);
        Assert.Contains("--framework", unsaid.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("shop.db")));

        (await ToolRun.RunAsync(folder.Path, [], ["provision", "--framework", "net10.0", .. store])).Require(0);
        (await ToolRun.RunAsync(folder.Path, [], ["status", "--framework", "net10.0", .. store])).Require(0);
    }

    [Fact]
    public async Task A_project_is_built_and_asked_for_its_scopes()
    {
        using var folder = new TemporaryFolder();
        await ProjectFolder.WriteAsync(folder, "public sealed class Customer { [System.ComponentModel.DataAnnotations.Key] public int Id { get; set; } }");
        string[] store = ["--project", "Shop.csproj", "--database", "sqlite", "--connection", "Data Source=shop.db"];

        Assert.Equal("default", (string?)(await ToolRun.RunAsync(folder.Path, [], ["provision", .. store, "--json"])).Require(0).Json["scope"]);

        var missing = (await ToolRun.RunAsync(folder.Path, [], "provision", "--project", "Shop.csproj", "--database", "mysql", "--connection", "Server=x")).Require(2);
        Assert.Contains("SyncGen.MySql", missing.Errors, StringComparison.Ordinal);

        await ProjectFolder.WriteAsync(folder, "public sealed class Customer { oops }");
        Assert.Contains("does not build", (await ToolRun.RunAsync(folder.Path, [], ["provision", .. store])).Require(1).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_assembly_is_said_so()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("app.dll"), "text");

        var result = (await ToolRun.RunAsync(folder.Path, [], "status", "--assembly", "app.dll", "--database", "sqlite", "--connection", "Data Source=x.db")).Require(2);

        Assert.Contains("no .NET assembly", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assembly_without_scopes_is_said_so()
    {
        var result = (await ToolRun.RunAsync("status", "--assembly", typeof(FactAttribute).Assembly.Location, "--database", "sqlite", "--connection", "Data Source=x.db")).Require(2);

        Assert.Contains("[SyncScope(", result.Errors, StringComparison.Ordinal);
    }
}
