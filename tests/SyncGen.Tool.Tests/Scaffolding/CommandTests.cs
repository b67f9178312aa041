using System.Text.Json;
using Microsoft.Data.Sqlite;
using SyncGen.Testing;
using SyncGen.Tool.Commands;

namespace SyncGen.Tool.Tests.Scaffolding;

public sealed class CommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CommandTests()
    {
        using var connection = new SqliteConnection(Connection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE a (id INTEGER PRIMARY KEY, b TEXT); CREATE TABLE c (id INT PRIMARY KEY)";
        command.ExecuteNonQuery();
    }

    private string Connection => $"Data Source={_folder.File("a.db")};Pooling=false";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_is_written_into_a_folder_that_is_made()
    {
        var (code, output, error) = await RunAsync("--output", _folder.File("new") + "/", "--namespace", "N", "--scope", "s");

        Assert.Equal(0, code);
        var text = await File.ReadAllTextAsync(Path.Combine(_folder.File("new"), "model.sync.json"));
        Assert.Contains("\"namespace\": \"N\"", text, StringComparison.Ordinal);
        Assert.Contains("\"s\": {}", text, StringComparison.Ordinal);
        Assert.Contains("Wrote", output, StringComparison.Ordinal);
        Assert.StartsWith("a.id: Its numbers are the database's own.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_fits_is_not_written_again()
    {
        var file = _folder.File("m.sync.json");
        await RunAsync("--output", file);
        var typed = "\ufeff" + (await File.ReadAllTextAsync(file)).Replace("\n", "\r\n", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, typed);
        var before = await File.ReadAllBytesAsync(file);

        var (code, output, _) = await RunAsync("--output", file);

        Assert.Equal(0, code);
        Assert.Contains("nothing to write", output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task A_dry_run_prints_the_file_and_writes_none()
    {
        var file = _folder.File("m.sync.json");

        var (code, output, _) = await RunAsync("--output", file, "--dry-run", "--tables", "c", "x*");

        Assert.Equal(0, code);
        Assert.False(File.Exists(file));
        using var document = JsonDocument.Parse(output);
        Assert.Equal(["C"], document.RootElement.GetProperty("entities").EnumerateObject().Select(entity => entity.Name));
    }

    [Fact]
    public async Task What_was_done_is_told_as_JSON()
    {
        var file = _folder.File("m.sync.json");

        var (code, output, error) = await RunAsync("--output", file, "--json", "--exclude", "c", "--columns", "id");

        Assert.Equal(0, code);
        Assert.Contains("a.id", error, StringComparison.Ordinal);
        using var told = JsonDocument.Parse(output);
        Assert.Equal(file, told.RootElement.GetProperty("file").GetString());
        Assert.True(told.RootElement.GetProperty("written").GetBoolean());
        var note = Assert.Single(told.RootElement.GetProperty("notes").EnumerateArray());
        Assert.Equal(("caution", "a", "id"), (note.GetProperty("kind").GetString(), note.GetProperty("table").GetString(), note.GetProperty("column").GetString()));
        Assert.True(File.Exists(file));
    }

    [Theory]
    [InlineData(2, "--database", "oracle", "--connection", "x")]
    [InlineData(1, "--database", "sqlite", "--connection", "Data Source=/nowhere/none.db")]
    [InlineData(2, "--database", "sqlite", "--connection", "Nonsense=1")]
    [InlineData(4, "--database", "postgresql", "--connection", "Host=127.0.0.1;Port=1;Timeout=2")]
    [InlineData(4, "--database", "postgresql", "--connection", "Host=nowhere.invalid;Timeout=2")]
    [InlineData(4, "--database", "mysql", "--connection", "Server=127.0.0.1;Port=1;Connection Timeout=2;Database=app")]
    [InlineData(4, "--database", "sqlserver", "--connection", "Server=127.0.0.1,1;Connect Timeout=2;Database=app")]
    [InlineData(2, "--database", "postgresql", "--connection", "Hots=127.0.0.1")]
    [InlineData(2, "--database", "sqlite", "--connection", "Data Source=:memory:")]
    [InlineData(2, "--database", "sqlite", "--connection", "")]
    [InlineData(2, "--database", "postgresql", "--connection", "env:NOT_THERE_AT_ALL")]
    [InlineData(2, "--database", "sqlite")]
    [InlineData(2, "--database", "sqlite", "--connection", "Data Source=any.db", "--scope", "my scope")]
    [InlineData(2, "--database", "sqlite", "--connection", "Data Source=any.db", "--namespace", "A.class")]
    public async Task What_cannot_be_read_is_an_error_in_a_sentence(int expected, params string[] arguments)
    {
        var (code, _, error) = await InvokeAsync([.. arguments, "--output", _folder.File("m.sync.json")]);

        Assert.Equal(expected, code);
        Assert.NotEmpty(error);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("m.sync.json")));
    }

    [Fact]
    public async Task A_file_without_the_form_is_named_and_left()
    {
        var file = _folder.File("m.sync.json");
        await File.WriteAllTextAsync(file, "{ \"entities\": 5 }");

        var (code, _, error) = await RunAsync("--output", file);

        Assert.Equal(2, code);
        Assert.Contains(file, error, StringComparison.Ordinal);
        Assert.Contains("'$.entities' should be an object", error, StringComparison.Ordinal);
        Assert.Equal("{ \"entities\": 5 }", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_whole_stays_as_it_was()
    {
        var file = _folder.File("m.sync.json");
        await RunAsync("--output", file, "--exclude", "c");
        var before = await File.ReadAllTextAsync(file);
        // Where the new text would be written first there is a folder, which serves as a full disk.
        Directory.CreateDirectory(file + ".syncgen-tmp");

        var (code, _, error) = await RunAsync("--output", file);

        Assert.Equal(1, code);
        Assert.NotEmpty(error);
        Assert.Equal(before, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task Where_no_table_is_meant_the_file_stays_and_those_that_are_there_are_named()
    {
        var file = _folder.File("m.sync.json");
        await RunAsync("--output", file);
        var before = await File.ReadAllTextAsync(file);

        var (code, output, error) = await RunAsync("--output", file, "--tables", "Nope*", "--namespace", "Other");

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Equal("syncgen scaffold: No table has a name that fits 'Nope*'. The database has 'a', 'c'.", error.TrimEnd());
        Assert.Equal(before, await File.ReadAllTextAsync(file));
    }

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) =>
        InvokeAsync(["--database", "sqlite", "--connection", Connection, .. arguments]);

    private static async Task<(int Code, string Output, string Error)> InvokeAsync(string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await ToolRoot.RunAsync(["scaffold", .. arguments], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
