using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using SyncGen.Testing;
using SyncGen.Testing.Servers;

namespace SyncGen.Packaging.Tests;

/// <summary>The page of the tool, as it stands, on the packed tool: from a database to synchronised copies.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed partial class WalkTests(PackedFeed feed)
{
    private const int BeforeChanges = 2;

    [RequiresFact(Requirement.PostgreSql)]
    public async Task Commands_of_the_page_run_as_they_stand()
    {
        using var project = new UserProject(feed);
        await project.WriteSourcesAsync();
        await project.DotnetAsync("tool", "install", "SyncGen.Tool", "--tool-path", project.File("tools"), "--version", feed.Version);
        SqliteFile.Run(project.File("chinook.db"), await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Path, "tests", "SyncGen.Tool.Tests", "Scaffolding", "Chinook.sql")));
        SqliteFile.Run(project.File("chinook.db"), "INSERT INTO Artist (ArtistId, Name) VALUES (1, 'AC/DC'), (2, 'Accept'); INSERT INTO Album (AlbumId, Title, ArtistId) VALUES (1, 'Für alle', 1), (2, 'B', 2)");
        var server = await PostgreSqlServer.SharedAsync();
        await using var hub = await server.CreateDatabaseAsync();
        var page = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Path, "src", "SyncGen.Tool", "README.md"));
        var blocks = Commands().Matches(page).Select(match => match.Groups[1].Value).ToList();

        await RunAsync(project, hub, blocks.Take(BeforeChanges));
        SqliteFile.Run(project.File("chinook.db"), "UPDATE Artist SET Name = 'AC-DC' WHERE ArtistId = 1; DELETE FROM Album WHERE AlbumId = 2");
        SqliteFile.Run(project.File("laptop.db"), "INSERT INTO Artist (ArtistId, Name) VALUES (3, 'Aerosmith')");
        await using (var connection = server.Connect(hub.ConnectionString))
        {
            await connection.OpenAsync();
            Run(connection, """INSERT INTO "Genre" ("GenreId", "Name") VALUES (1, 'Rock')""");
        }

        await RunAsync(project, hub, blocks.Skip(BeforeChanges));

        Assert.Equal(["AC-DC", "Accept", "Aerosmith"], SqliteFile.Read(project.File("chinook.db"), "SELECT Name FROM Artist ORDER BY ArtistId"));
        Assert.Equal(["Für alle"], SqliteFile.Read(project.File("laptop.db"), "SELECT Title FROM Album"));
        Assert.Equal(["Rock"], SqliteFile.Read(project.File("chinook.db"), "SELECT Name FROM Genre"));
    }

    private static async Task RunAsync(UserProject project, TestDatabase hub, IEnumerable<string> blocks)
    {
        await File.WriteAllTextAsync(project.File("page.sh"), "set -euo pipefail\n" + string.Concat(blocks));
        var start = new ProcessStartInfo("bash", ["-x", "page.sh"]) { WorkingDirectory = project.File(""), RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["PATH"] = project.File("tools") + Path.PathSeparator + start.Environment["PATH"];
        start.Environment["HUB_DB"] = hub.ConnectionString;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{await output}\n{await errors}");
    }

    private static void Run(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    [GeneratedRegex("```bash\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Commands();
}
