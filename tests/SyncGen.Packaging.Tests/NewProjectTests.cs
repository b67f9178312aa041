namespace SyncGen.Packaging.Tests;

/// <summary>The promise of the README: a new project, one package, one attribute, three lines.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class NewProjectTests(PackedFeed feed)
{
    private const string Program = """
        using System.ComponentModel.DataAnnotations;
        using SyncGen;

        await using var hub = DefaultScope.Sqlite("Data Source=hub.db", SyncRole.Peer);
        await using var client = DefaultScope.Sqlite("Data Source=client.db");
        await SyncOrchestrator.Between(client, hub).SynchronizeAsync();

        [SyncEntity]
        public class Note
        {
            [Key] public Guid Id { get; set; }
            public string Text { get; set; } = "";
        }
        """;

    [Fact]
    public async Task One_attribute_and_three_lines_synchronise_two_files()
    {
        using var project = new UserProject(feed);
        await project.WriteAsync("SyncGen.Sqlite", Program);
        await project.DotnetAsync("build", "-v", "q");

        // The first run makes the tables; what either side writes after it reaches the other in the next.
        await project.DotnetAsync("run", "--no-build");
        Write(project.File("hub.db"), "0198c0de-0000-7000-8000-000000000001", "from the hub");
        Write(project.File("client.db"), "0198c0de-0000-7000-8000-000000000002", "from the client");
        await project.DotnetAsync("run", "--no-build");

        string[] both = ["from the client", "from the hub"];
        Assert.Equal(both, Read(project.File("hub.db")));
        Assert.Equal(both, Read(project.File("client.db")));
    }

    [Fact]
    public async Task Model_in_a_file_does_as_well()
    {
        using var project = new UserProject(feed);
        await project.WriteAsync("SyncGen.Sqlite", """
            using SyncGen;

            await using var hub = NotesScope.Sqlite("Data Source=hub.db", SyncRole.Peer);
            await using var client = NotesScope.Sqlite("Data Source=client.db");
            await SyncOrchestrator.Between(client, hub).SynchronizeAsync();
            Console.WriteLine(new Note { Text = "made of a file" }.Text);
            """);
        Directory.CreateDirectory(project.File("Data Model"));
        await System.IO.File.WriteAllTextAsync(project.File("Data Model/Notes.sync.json"), """
            {
              "entities": { "Note": { "properties": { "Id": { "type": "Guid" }, "Text": { "type": "String" } } } },
              "scopes": { "notes": {} }
            }
            """);
        await project.DotnetAsync("build", "-v", "q");

        Assert.Contains("made of a file", await project.DotnetAsync("run", "--no-build"), StringComparison.Ordinal);
        Write(project.File("hub.db"), "0198c0de-0000-7000-8000-000000000001", "from the hub");
        await project.DotnetAsync("run", "--no-build");
        Assert.Equal(["from the hub"], Read(project.File("client.db")));
    }

    [Fact]
    public async Task Scope_of_the_code_synchronises_classes_of_a_file()
    {
        using var project = new UserProject(feed);
        await project.WriteAsync("SyncGen.Sqlite", """
            using Model;
            using SyncGen;

            await using var hub = MineScope.Sqlite("Data Source=hub.db", SyncRole.Peer);
            await using var client = MineScope.Sqlite("Data Source=client.db");
            await SyncOrchestrator.Between(client, hub).SynchronizeAsync();

            [SyncScope("mine", typeof(Note))]
            public static partial class MineScope;
            """);
        await System.IO.File.WriteAllTextAsync(project.File("Notes.sync.json"), """
            { "namespace": "Model", "entities": { "Note": { "properties": { "Id": { "type": "Guid" }, "Text": { "type": "String" } } } } }
            """);
        await project.DotnetAsync("build", "-v", "q");

        await project.DotnetAsync("run", "--no-build");
        Write(project.File("hub.db"), "0198c0de-0000-7000-8000-000000000001", "from the hub");
        await project.DotnetAsync("run", "--no-build");
        Assert.Equal(["from the hub"], Read(project.File("client.db")));
    }

    [Fact]
    public async Task Fault_in_a_file_fails_the_build_at_its_line()
    {
        using var project = new UserProject(feed);
        await project.WriteAsync("SyncGen.Sqlite", "return 0;");
        await System.IO.File.WriteAllTextAsync(project.File("Notes.sync.json"), "{\n  \"entities\": {\n    \"Note\": { \"colums\": {} }\n  }\n}\n");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => project.DotnetAsync("build", "-v", "q"));

        Assert.Contains("Notes.sync.json(3,15): error SYNC0702", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_use_is_a_warning_and_the_package_brings_no_other()
    {
        using var project = new UserProject(feed);
        await project.WriteAsync("SyncGen.Sqlite", Program.Replace("Between(client, hub)", "Between(client, client)", StringComparison.Ordinal));

        var output = await project.DotnetAsync("build", "-v", "q", "-p:TreatWarningsAsErrors=false");

        var warnings = output.Split('\n').Where(line => line.Contains("warning ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(warnings);
        Assert.All(warnings, line => Assert.Contains("Program.cs(6,40): warning SYNC0902", line, StringComparison.Ordinal));
    }

    private static void Write(string database, string id, string text) => SqliteFile.Run(database, $"""INSERT INTO "Note" ("Id", "Text") VALUES ('{id}', '{text}')""");

    private static List<string> Read(string database) => SqliteFile.Read(database, """SELECT "Text" FROM "Note" ORDER BY "Text" """);
}
