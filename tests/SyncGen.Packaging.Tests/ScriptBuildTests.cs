using System.Diagnostics;

namespace SyncGen.Packaging.Tests;

/// <summary>SyncGen.MSBuild in a project of a user: scripts that run, builds that do nothing twice, and drift that fails a build.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class ScriptBuildTests(PackedFeed feed)
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

    private const string PeerScript = "default/Sqlite/provision.peer.sql";

    [Fact]
    public async Task Scripts_are_written_once_and_a_store_that_a_script_made_synchronises()
    {
        using var project = new UserProject(feed);
        await project.WriteAsync("SyncGen.Sqlite", Program, "SyncGen.MSBuild");
        await project.DotnetAsync("restore", "-v", "q");
        Assert.False(Directory.Exists(project.File("obj/Debug")));
        await project.DotnetAsync("build", "-v", "q");
        var script = project.File("obj/Debug/net10.0/syncgen/" + PeerScript);
        var time = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(script, time);

        var again = await project.DotnetAsync("build", "-v", "n");

        Assert.Contains("Skipping target \"SyncGenWriteScripts\"", again, StringComparison.Ordinal);
        Assert.Equal(time, File.GetLastWriteTimeUtc(script));

        // Twice, and with a row in between: it may be run again, and what is there is not lost.
        SqliteFile.Run(project.File("hub.db"), await File.ReadAllTextAsync(script));
        SqliteFile.Run(project.File("hub.db"), """INSERT INTO "Note" ("Id", "Text") VALUES ('0198C0DE-0000-7000-8000-000000000001', 'from before')""");
        SqliteFile.Run(project.File("hub.db"), await File.ReadAllTextAsync(script));
        await project.DotnetAsync("run", "--no-build");
        SqliteFile.Run(project.File("hub.db"), """INSERT INTO "Note" ("Id", "Text") VALUES ('0198C0DE-0000-7000-8000-000000000002', 'from after')""");
        await project.DotnetAsync("run", "--no-build");

        Assert.Equal(["from after", "from before"], SqliteFile.Read(project.File("client.db"), """SELECT "Text" FROM "Note" ORDER BY "Text" """));
    }

    [Fact]
    public async Task Drift_fails_the_build_at_its_line()
    {
        using var project = new UserProject(feed);
        await project.WriteAsync("SyncGen.Sqlite", Program, "SyncGen.MSBuild");
        await project.DotnetAsync("build", "-t:SyncGenScripts", "-v", "q", "-restore");
        await project.DotnetAsync("build", "-p:SyncGenVerify=true", "-v", "q");
        await File.WriteAllTextAsync(project.File("Program.cs"), Program.Replace("public string Text", "public int Priority { get; set; }\n    public string Text", StringComparison.Ordinal));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => project.DotnetAsync("build", "-p:SyncGenVerify=true", "-v", "q"));

        Assert.Matches(@"sql/default/Sqlite/provision\.peer\.sql\(\d+\): error SYNC0803: .*it lacks '""Priority"" INTEGER NOT NULL,'", failure.Message);
        await project.DotnetAsync("build", "-t:SyncGenScripts", "-v", "q");
        await project.DotnetAsync("build", "-t:SyncGenVerify", "-v", "q");
    }

    [Fact]
    public async Task Database_of_another_model_fails_the_build_until_it_is_migrated()
    {
        using var project = new UserProject(feed);
        await project.WriteAsync("SyncGen.Sqlite", Program, "SyncGen.MSBuild");
        await project.DotnetAsync("tool", "install", "SyncGen.Tool", "--tool-path", project.File("tools"), "--version", feed.Version);
        await File.WriteAllTextAsync(project.File("Directory.Build.props"), $"""
            <Project>
              <PropertyGroup>
                <SyncGenVerifyDatabase>sqlite</SyncGenVerifyDatabase>
                <SyncGenVerifyConnection>Data Source={project.File("hub.db")}</SyncGenVerifyConnection>
                <SyncGenToolCommand>"{project.File("tools/syncgen")}"</SyncGenToolCommand>
              </PropertyGroup>
            </Project>
            """);

        SqliteFile.Run(project.File("hub.db"), "CREATE TABLE Other (Id INTEGER)");
        Assert.Contains("warning SYNC0805: provisioning: Not provisioned", await project.DotnetAsync("build", "-v", "q"), StringComparison.Ordinal);
        await project.DotnetAsync("run", "--no-build");
        Assert.DoesNotContain("SYNC0805", await project.DotnetAsync("build", "-v", "q"), StringComparison.Ordinal);
        await File.WriteAllTextAsync(project.File("Program.cs"), Program.Replace("public string Text", "public int Priority { get; set; }\n    public string Text", StringComparison.Ordinal));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => project.DotnetAsync("build", "-v", "q"));

        Assert.Contains("hub.db : error SYNC0805: provisioning: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("syncgen migrate", failure.Message, StringComparison.Ordinal);

        SqliteFile.Run(project.File("hub.db"), """INSERT INTO "Note" ("Id", "Text") VALUES ('0198C0DE-0000-7000-8000-000000000001', 'before')""");
        await project.DotnetAsync("build", "-v", "q", "-p:SyncGenVerifyConnection=");
        foreach (var file in new[] { "hub.db", "client.db" })
        {
            await MigrateAsync(project, file);
        }

        Assert.DoesNotContain("SYNC0805", await project.DotnetAsync("build", "-v", "q"), StringComparison.Ordinal);
        await project.DotnetAsync("run", "--no-build");
        Assert.Equal(["before0"], SqliteFile.Read(project.File("client.db"), """SELECT "Text" || "Priority" FROM "Note" """));
    }

    private static async Task MigrateAsync(UserProject project, string file)
    {
        var start = new ProcessStartInfo(project.File("tools/syncgen")) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "migrate", "--assembly", project.File("bin/Debug/net10.0/App.dll"), "--database", "sqlite", "--connection", $"Data Source={project.File(file)}" })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output + await errors);
        Assert.Contains("Add column 'Note.Priority'.", output, StringComparison.Ordinal);
    }
}
