using Microsoft.CodeAnalysis;
using SyncGen.Generators.Tests.Compiling;

namespace SyncGen.Generators.Tests.Caching;

/// <summary>A template is parsed once, and prints again only where something that it prints has changed.</summary>
public sealed class TemplateCachingTests
{
    private const string Code =
        """
        [SyncEntity] public class Folder { public Guid Id { get; set; } }
        [SyncEntity] public class Note { public Guid Id { get; set; } public string Text { get; set; } = ""; }
        [SyncScope("notes", typeof(Folder), typeof(Note))] public partial class NoteScope;
        """;

    private static readonly Dictionary<string, string> s_templates = new()
    {
        ["Dto.sync.scriban"] = "{{## for: entity ##}}\n// {{ entity.properties.size }} {{ include 'Part' }}",
        ["Part.sync.scriban"] = "{{## for: include ##}}\npart",
        ["Names.sync.scriban"] = "{{## for: scope ##}}\n// {{ scope.tables.size }}",
        ["All.sync.scriban"] = "{{## for: project ##}}\n// {{ project.entities.size }}",
    };

    [Fact]
    public void Same_project_again_parses_and_prints_nothing()
    {
        var first = GeneratorRun.Of(Project());
        var second = first.Then(first.Before.Clone());

        Assert.Equal(4, Printed(first).Count);
        Assert.All(TrackingNames.All, step => Assert.All(StepReasons.Of(second, step), r => Assert.True(r.IsCached(), $"{step} is {r}")));
        Assert.All(StepReasons.OfOutputs(second), r => Assert.Equal(IncrementalStepRunReason.Cached, r));
    }

    [Fact]
    public void Edit_of_other_code_prints_nothing()
    {
        var first = GeneratorRun.Of(Project());
        var second = first.ThenEdit("Code.cs", text => "// A comment, which moves all lines.\n" + text + "\nclass Other;");

        Assert.Equal(0, CountOf(second, TrackingNames.Templates));
        Assert.Equal(0, CountOf(second, TrackingNames.TemplateFiles));
        Assert.All(StepReasons.OfOutputs(second), r => Assert.Equal(IncrementalStepRunReason.Cached, r));
    }

    [Theory]
    [InlineData("Dto.sync.scriban", "Folder.Dto.g.cs", "Note.Dto.g.cs")]
    [InlineData("Part.sync.scriban", "Folder.Dto.g.cs", "Note.Dto.g.cs")]
    [InlineData("Names.sync.scriban", "NoteScope.Names.g.cs")]
    [InlineData("All.sync.scriban", "All.g.cs")]
    public void Edit_of_a_template_prints_what_it_prints_again(string template, params string[] expected)
    {
        var first = GeneratorRun.Of(Project());
        var second = first.ThenEditDocument(template, text => text + " edited");

        Assert.Equal(1, CountOf(second, TrackingNames.Templates));
        Assert.Equal(expected.Length, CountOf(second, TrackingNames.TemplateFiles));
        Assert.Equal(expected.Length, StepReasons.OfOutputs(second).Count(r => !r.IsCached()));
        Assert.Equal(expected, Changed(first, second));
        Assert.All([TrackingNames.Documents, TrackingNames.Model, TrackingNames.ScopeFiles, TrackingNames.TableFiles], step => Assert.Equal(0, CountOf(second, step)));
    }

    [Fact]
    public void Edit_of_an_entity_prints_it_and_what_it_is_in()
    {
        var first = GeneratorRun.Of(Project());
        var second = first.ThenEdit("Code.cs", text => text.Replace("string Text", "int Priority { get; set; } public string Text", StringComparison.Ordinal));

        Assert.Equal(0, CountOf(second, TrackingNames.Templates));

        // Its own file, its scope's and the project's are printed; the last two are as they were.
        Assert.Equal(3, StepReasons.Of(second, TrackingNames.TemplateFiles).Count(r => r != IncrementalStepRunReason.Cached));
        Assert.Equal(1, CountOf(second, TrackingNames.TemplateFiles));
        Assert.Equal(["Note.Dto.g.cs", "NoteScope.NoteTable.g.cs", "NoteScope.g.cs"], Changed(first, second));
    }

    [Fact]
    public void Template_that_replaces_a_file_takes_it_over_and_gives_it_back()
    {
        var first = GeneratorRun.Of(Project());
        var second = first.ThenEditDocument("Names.sync.scriban", text => text.Replace("for: scope", "replaces: services", StringComparison.Ordinal));
        var third = second.ThenEditDocument("Names.sync.scriban", text => text.Replace("replaces: services", "for: scope", StringComparison.Ordinal));

        Assert.Contains("// Printed by Names.sync.scriban.", second.Files["NoteScope.Services.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("NoteScope.Names.g.cs", second.Files.Keys);
        Assert.Equal(first.Files, third.Files);
    }

    [Fact]
    public void Fault_goes_away_when_it_is_mended()
    {
        var first = GeneratorRun.Of(Project());
        var broken = first.ThenEditDocument("Dto.sync.scriban", text => text.Replace("size", "length", StringComparison.Ordinal));
        var mended = broken.ThenEditDocument("Dto.sync.scriban", text => text.Replace("length", "size", StringComparison.Ordinal));

        Assert.Equal(["SYNC0604 at 'length'", "SYNC0604 at 'length'"], broken.Findings);
        Assert.Equal(["All.g.cs", "NoteScope.Names.g.cs"], Printed(broken));
        Assert.Empty(mended.Findings);
        Assert.Equal(first.Files, mended.Files);
    }

    private static TestProject Project() => TestProject.Of(Code) with { Documents = s_templates };

    private static List<string> Printed(GeneratorRun run) => [.. run.Files.Where(f => f.Value.Contains("\n// Printed by ", StringComparison.Ordinal)).Select(f => f.Key)];

    private static int CountOf(GeneratorRun run, string step) => StepReasons.Of(run, step).Count(r => !r.IsCached());

    private static IEnumerable<string> Changed(GeneratorRun before, GeneratorRun after) => after.Files.Where(f => before.Files[f.Key] != f.Value).Select(f => f.Key);
}
