using SyncGen.Testing;
using SyncGen.Tool.Scaffolding;

namespace SyncGen.Tool.Tests.Scaffolding;

public sealed class ChinookTests
{
    private const string UpdateVariable = "SYNCGEN_UPDATE_GOLDEN";

    private static readonly string s_folder = Path.Combine(RepositoryFolder.Path, "tests", "SyncGen.Tool.Tests", "Scaffolding");

    [Fact]
    public async Task Chinook_is_scaffolded_as_approved()
    {
        var scaffolded = await Scaffolded.SqliteAsync(
            await File.ReadAllTextAsync(Path.Combine(s_folder, "Chinook.sql")), new ScaffoldOptions { Namespace = "MusicStore", Scope = "music" });

        var golden = Path.Combine(s_folder, "Chinook.sync.json");
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            await File.WriteAllTextAsync(golden, scaffolded.Text);
        }

        Assert.Equal(await File.ReadAllTextAsync(golden), scaffolded.Text);
        // The numbers of all tables but PlaylistTrack, which has none of its own.
        Assert.Equal(10, scaffolded.Notes.Count);
        Assert.All(scaffolded.Notes, note => Assert.Contains("two stores may give the same number", note, StringComparison.Ordinal));
    }
}
