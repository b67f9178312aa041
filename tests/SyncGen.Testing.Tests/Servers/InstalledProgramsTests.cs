using SyncGen.Testing.Servers;

namespace SyncGen.Testing.Tests.Servers;

/// <summary>What cannot be started is missing: tests that need it are skipped with a reason, and do not fail.</summary>
public sealed class InstalledProgramsTests
{
    private const string Program = "syncgen-no-such-server";

    [Fact]
    public void A_link_whose_target_is_gone_is_no_program()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder.File(Program), folder.File("removed"));

        Assert.Null(Find(folder));
    }

    [Fact]
    public void A_file_that_may_not_be_run_is_no_program_where_files_say_so()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File(Program), "");

        Assert.Equal(OperatingSystem.IsWindows() ? folder.File(Program) : null, Find(folder));
    }

    [Fact]
    public void A_link_to_a_program_is_one()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder.File(Program), Environment.ProcessPath!);

        Assert.Equal(folder.File(Program), Find(folder));
    }

    private static string? Find(TemporaryFolder folder) =>
        InstalledPrograms.Find(Program, [Path.GetDirectoryName(folder.File(Program))!]);
}
