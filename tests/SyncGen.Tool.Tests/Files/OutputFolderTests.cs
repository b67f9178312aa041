using SyncGen.CodeGeneration.Emission;
using SyncGen.Testing;
using SyncGen.Tool.Files;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Tests.Files;

public sealed class OutputFolderTests
{
    public static TheoryData<string> Hostile => ["../x.cs", "a/../../x.cs", "/etc/x.cs", "a//x.cs", "./x.cs", "..", "", "a\\x.cs", "C:x.cs", "con.ts", "a/NUL", "a\nb.cs", "x.", "x?.cs"];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task No_name_leads_out_of_the_folder_or_to_no_file(string name)
    {
        using var folder = new TemporaryFolder();

        await Assert.ThrowsAsync<ToolException>(() => new OutputFolder(folder.File("out")).PlanAsync([new EmittedFile(name, "text")], isOwned: false, CancellationToken.None));

        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Two_files_of_one_name_are_refused()
    {
        using var folder = new TemporaryFolder();

        await Assert.ThrowsAsync<ToolException>(() => new OutputFolder(folder.Path).PlanAsync([new("a.cs", ""), new("A.cs", "")], isOwned: false, CancellationToken.None));
    }

    [Fact]
    public async Task Where_one_file_cannot_be_written_none_is()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("b"), "a file where a folder should be");
        var plan = await new OutputFolder(folder.Path).PlanAsync([new("a.cs", "a"), new("b/c.cs", "c")], isOwned: false, CancellationToken.None);

        await Assert.ThrowsAnyAsync<IOException>(() => OutputFolder.WriteAsync(plan, CancellationToken.None));

        Assert.Equal(["b"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_file_with_other_line_ends_is_as_it_should_be()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("a.cs"), "\ufeffa\r\nb\r\n");

        var plan = await new OutputFolder(folder.Path).PlanAsync([new("a.cs", "a\nb\n")], isOwned: false, CancellationToken.None);

        Assert.Equal(FileState.Unchanged, Assert.Single(plan).State);
    }
}
