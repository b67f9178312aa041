using System.Data.Common;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using SyncGen.CodeGeneration.Model;
using SyncGen.Testing;
using SyncGen.Testing.Servers;
using SyncGen.Tool.Scaffolding;

namespace SyncGen.Tool.Tests.Scaffolding;

/// <summary>A document that was scaffolded, and found to fit its JSON Schema and to stay as it is when scaffolded again.</summary>
internal sealed class Scaffolded
{
    private Scaffolded(ScaffoldResult result)
    {
        Result = result;
        Root = JsonNode.Parse(result.Text, documentOptions: new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true })!.AsObject();
    }

    public ScaffoldResult Result { get; }

    public string Text => Result.Text;

    public JsonObject Root { get; }

    public IReadOnlyList<string> Entities => [.. Root["entities"]!.AsObject().Select(entity => entity.Key)];

    /// <summary>The notes as they are printed.</summary>
    public IReadOnlyList<string> Notes => [.. Result.Notes.Select(note => note.ToString())];

    /// <summary>The notes of a kind as they are printed.</summary>
    public IReadOnlyList<string> NotesOf(ScaffoldNoteKind kind) => [.. Result.Notes.Where(note => note.Kind == kind).Select(note => note.ToString())];

    public JsonObject Entity(string name) => Root["entities"]![name]!.AsObject();

    /// <summary>An entity's properties or references, each as <c>Name: {"type":"Int64"}</c>.</summary>
    public IReadOnlyList<string> Members(string entity, string kind = "properties") =>
        [.. (Entity(entity)[kind]?.AsObject() ?? []).Select(member => $"{member.Key}: {member.Value!.ToJsonString(s_plain)}")];

    private static readonly System.Text.Json.JsonSerializerOptions s_plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Scaffolds a new SQLite file that a script made.</summary>
    public static async Task<Scaffolded> SqliteAsync(string script, ScaffoldOptions? options = null, string? existing = null)
    {
        using var folder = new TemporaryFolder();
        var connectionString = $"Data Source={folder.File("a.db")};Pooling=false";
        await ExecuteAsync(new SqliteConnection(connectionString), script);
        return await RunAsync(Databases.Sqlite, connectionString, options, existing);
    }

    /// <summary>Scaffolds a new database of a server that a script made.</summary>
    public static async Task<Scaffolded> ServerAsync(Databases kind, DatabaseServer server, string script, ScaffoldOptions? options = null, string? existing = null)
    {
        await using var database = await server.CreateDatabaseAsync();
        await ExecuteAsync(server.Connect(database.ConnectionString), script);
        return await RunAsync(kind, database.ConnectionString, options, existing);
    }

    private static async Task ExecuteAsync(DbConnection connection, string script)
    {
        await using (connection)
        {
            await connection.OpenAsync();
            foreach (var batch in script.Split("\nGO\n"))
            {
                await using var command = connection.CreateCommand();
                command.CommandText = batch;
                await command.ExecuteNonQueryAsync();
            }
        }
    }

    private static async Task<Scaffolded> RunAsync(Databases kind, string connectionString, ScaffoldOptions? options, string? existing)
    {
        var result = await Scaffolder.RunAsync(kind, connectionString, options ?? new ScaffoldOptions(), existing, CancellationToken.None);
        Assert.Equal(result.Notes.Distinct(), result.Notes);
        Assert.Empty(new DocumentSchema().Violations(result.Text));

        var again = await Scaffolder.RunAsync(kind, connectionString, options ?? new ScaffoldOptions(), result.Text, CancellationToken.None);
        Assert.Equal(result.Text, again.Text);
        Assert.False(again.IsChanged);
        return new Scaffolded(result);
    }
}
