using SyncGen.Testing;

namespace SyncGen.Packaging.Tests;

/// <summary>Templates of a user's own in a project that references the package: the README's runs as it stands, and what is wrong fails the build at its line.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class TemplateBuildTests(PackedFeed feed)
{
    private const string Program = """
        using System.ComponentModel.DataAnnotations;
        using SyncGen;

        Console.WriteLine(Notes.NoteDto.From(new Notes.Note { Text = "printed by a template" }).Text);

        namespace Notes
        {
            [SyncEntity]
            public class Note
            {
                [Key] public Guid Id { get; set; }
                public string Text { get; set; } = "";
            }
        }
        """;

    [Fact]
    public async Task Template_of_the_readme_is_printed_and_runs()
    {
        using var project = new UserProject(feed);
        await project.WriteAsync("SyncGen.Sqlite", Program);
        await WriteAsync(project, "My Templates/Dto.sync.scriban", Readme());

        await project.DotnetAsync("build", "-v", "q", "-p:EmitCompilerGeneratedFiles=true");

        Assert.Contains("printed by a template", await project.DotnetAsync("run", "--no-build"), StringComparison.Ordinal);
        Assert.True(File.Exists(project.File("obj/Debug/net10.0/generated/SyncGen.Generators/SyncGen.Generators.SyncGenerator/NoteDto.cs")));
    }

    [Fact]
    public async Task Fault_in_a_template_fails_the_build_at_its_line()
    {
        using var project = new UserProject(feed);
        await project.WriteAsync("SyncGen.Sqlite", Program);
        await WriteAsync(project, "Dto.sync.scriban", Readme().Replace("entity.properties", "entity.columns", StringComparison.Ordinal));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => project.DotnetAsync("build", "-v", "q"));

        Assert.Contains("Dto.sync.scriban(10,21): error SYNC0604", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Project_may_leave_templates_alone()
    {
        using var project = new UserProject(feed);
        await project.WriteAsync("SyncGen.Sqlite", "return 0;");
        await WriteAsync(project, "Dto.sync.scriban", "no header");

        await Assert.ThrowsAsync<InvalidOperationException>(() => project.DotnetAsync("build", "-v", "q"));
        await project.DotnetAsync("build", "-v", "q", "-p:EnableDefaultSyncTemplates=false");
    }

    private static string Readme()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "src", "SyncGen", "README.md")).ReplaceLineEndings("\n");
        return text.Split("```scriban\n")[1].Split("```")[0];
    }

    private static async Task WriteAsync(UserProject project, string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(project.File(name))!);
        await File.WriteAllTextAsync(project.File(name), text);
    }
}
