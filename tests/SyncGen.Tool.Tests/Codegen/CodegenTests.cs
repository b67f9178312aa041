using System.Text.Json.Nodes;
using SyncGen.Testing;

namespace SyncGen.Tool.Tests.Codegen;

/// <summary>Files that are made of a model's file.</summary>
public sealed class CodegenTests : IDisposable
{
    private const string Document =
        """
        {
          "namespace": "Music",
          "entities": {
            "Artist": { "properties": { "ArtistId": { "type": "Int64" }, "Name": { "type": "String", "nullable": true, "maxLength": 120 } } },
            "Album": {
              "table": "albums",
              "properties": { "AlbumId": { "type": "Int64" }, "ArtistId": { "type": "Int64" }, "Sold": { "type": "DateTimeOffset" } },
              "references": { "Artist": { "entity": "Artist", "properties": [ "ArtistId" ] } }
            }
          },
          "scopes": {
            "music": { "conflicts": "ServerWins", "entities": { "Artist": { "direction": "DownloadOnly", "only": [ "Name" ] }, "Album": {} } },
            "people": { "entities": { "Artist": {} } }
          }
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public CodegenTests() => File.WriteAllText(Model, Document);

    private string Model => _folder.File("music.sync.json");

    private string Output => _folder.File("out");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Classes_are_written_once_and_then_their_users()
    {
        var json = (await RunAsync("--json")).Require(0).Json;

        Assert.Equal("codegen", (string?)json["command"]);
        Assert.Equal(Output, (string?)json["output"]);
        Assert.False((bool?)json["dryRun"]);
        Assert.Empty(json["notes"]!.AsArray());
        Assert.Equal(["Album.cs", "Artist.cs", "MusicScope.cs", "PeopleScope.cs"], Names());
        Assert.All(json["files"]!.AsArray(), file => Assert.Equal(("classes", "new", true), ((string?)file!["kind"], (string?)file["state"], (bool?)file["written"])));
        Assert.Equal(
            """
            using SyncGen;

            namespace Music;

            /// <summary>The scope <c>music</c>: what is synchronised together.</summary>
            [SyncScope("music", typeof(Artist), typeof(Album), Conflicts = ConflictPolicy.ServerWins)]
            [SyncTable(typeof(Artist), Direction = SyncDirection.DownloadOnly, Only = ["Name"])]
            public static partial class MusicScope;

            """.ReplaceLineEndings("\n"),
            await File.ReadAllTextAsync(Path.Combine(Output, "MusicScope.cs")));

        await File.AppendAllTextAsync(Path.Combine(Output, "Album.cs"), "// mine\n");
        var again = (await RunAsync()).Require(0);

        Assert.Contains("Album.cs is yours and differs: it stays.", again.Errors, StringComparison.Ordinal);
        Assert.Contains("Artist.cs is as it should be.", again.Output, StringComparison.Ordinal);
        Assert.EndsWith("// mine\n", await File.ReadAllTextAsync(Path.Combine(Output, "Album.cs")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Generated_files_are_brought_up_to_the_model_where_they_differ()
    {
        (await RunAsync("--what", "generated", "--databases", "sqlite")).Require(0);
        Assert.Contains("Music.Album.Entity.g.cs", Names());
        var scope = Path.Combine(Output, "Music.MusicScope.g.cs");
        var text = await File.ReadAllTextAsync(scope);
        Assert.Contains("SqliteProvider", text, StringComparison.Ordinal);
        Assert.DoesNotContain("HttpProvider", text, StringComparison.Ordinal);
        Assert.DoesNotContain("PostgreSql", text, StringComparison.Ordinal);

        await File.WriteAllTextAsync(scope, "changed");
        var files = (await RunAsync("--what", "generated", "--databases", "sqlite", "--json")).Require(0).Json["files"]!.AsArray();

        Assert.Equal("Music.MusicScope.g.cs", (string?)Assert.Single(files, file => (bool)file!["written"]!)!["file"]);
        Assert.Equal(text, await File.ReadAllTextAsync(scope));

        (await RunAsync("--what", "generated", "--with", "http,aspnetcore")).Require(0);
        Assert.Contains("HttpProvider", await File.ReadAllTextAsync(scope), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_kinds_get_a_folder_each()
    {
        var json = (await RunAsync("--what", "sql,TypeScript", "csdl", "document", "--databases", "sqlite,postgresql", "--scope", "music", "--json")).Require(0).Json;

        Assert.Equal(
            [
                "csdl/music.csdl.xml", "document/model.sync.json",
                "sql/music/PostgreSql/deprovision.sql", "sql/music/PostgreSql/provision.leaf.sql", "sql/music/PostgreSql/provision.peer.sql",
                "sql/music/Sqlite/deprovision.sql", "sql/music/Sqlite/provision.leaf.sql", "sql/music/Sqlite/provision.peer.sql",
                "typescript/music.ts",
            ],
            Names());
        Assert.Equal(Names(), json["files"]!.AsArray().Select(file => (string?)file!["file"]).Order(StringComparer.Ordinal));
        Assert.Contains("Sold: `datetimeoffset'${string}'`;", await File.ReadAllTextAsync(Path.Combine(Output, "typescript", "music.ts")), StringComparison.Ordinal);
        Assert.Contains("<EntityType Name=\"Album\">", await File.ReadAllTextAsync(Path.Combine(Output, "csdl", "music.csdl.xml")), StringComparison.Ordinal);
        Assert.Equal(JsonNode.Parse(Document)!.ToJsonString(), JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Output, "document", "model.sync.json")))!.ToJsonString());
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        var result = (await RunAsync("--dry-run")).Require(0);

        Assert.Contains("Would write MusicScope.cs.", result.Output, StringComparison.Ordinal);
        var json = (await RunAsync("--dry-run", "--json")).Require(0).Json;
        Assert.True((bool?)json["dryRun"]);
        Assert.All(json["files"]!.AsArray(), file => Assert.Equal(("new", false), ((string?)file!["state"], (bool?)file["written"])));
        Assert.False(Directory.Exists(Output));
    }

    [Theory]
    [InlineData("once")]
    [InlineData("once", "--model", "{model}", "--service", "https://example.org", "--scope", "s")]
    [InlineData("--database and --connection", "--database", "sqlite")]
    [InlineData("--scope", "--service", "https://example.org/sync")]
    [InlineData("no address", "--service", "sqlite:a.db", "--scope", "s")]
    [InlineData("'poems'", "--model", "{model}", "--what", "poems")]
    [InlineData("'oracle'", "--model", "{model}", "--databases", "sqlite,oracle")]
    [InlineData("'nowhere'", "--model", "{model}", "--scope", "nowhere")]
    [InlineData("missing.sync.json", "--model", "missing.sync.json")]
    public async Task Wrong_usage_is_answered_by_2_and_a_sentence(string expected, params string[] arguments)
    {
        var result = (await InProcess.RunAsync(["codegen", "--output", Output, .. arguments.Select(word => word.Replace("{model}", Model, StringComparison.Ordinal))])).Require(2);

        Assert.Contains(expected, result.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Output));
    }

    [Theory]
    [InlineData("\"Int64\"", "\"Int65\"", "SYNC07")]
    [InlineData("\"music\"", "\"../music\"", "SYNC")]
    [InlineData("\"Artist\"", "\"../Artist\"", "SYNC0705")]
    [InlineData("\"ArtistId\": { \"type\": \"Int64\" }, \"Name\"", "\"Code\": { \"type\": \"Int64\" }, \"Name\"", "SYNC01")]
    public async Task A_model_with_errors_becomes_no_file(string old, string changed, string expected)
    {
        await File.WriteAllTextAsync(Model, Document.Replace(old, changed, StringComparison.Ordinal));

        var result = (await RunAsync("--what", "classes", "sql", "typescript", "--json")).Require(2);

        Assert.Contains(expected, (string?)result.Json["error"]!["message"], StringComparison.Ordinal);
        Assert.Equal(["music.sync.json"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    private Task<ToolResult> RunAsync(params string[] arguments) => InProcess.RunAsync(["codegen", "--model", Model, "--output", Output, .. arguments]);

    private string[] Names() =>
        [.. Directory.GetFiles(Output, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Output, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];
}
