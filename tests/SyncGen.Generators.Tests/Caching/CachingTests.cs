using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SyncGen.CodeGeneration.Model;
using SyncGen.Generators.Tests.Compiling;

namespace SyncGen.Generators.Tests.Caching;

/// <summary>An edit regenerates what depends on it, and nothing else.</summary>
public sealed class CachingTests
{
    private const int EntityCount = 100;

    private static Dictionary<string, string> Document { get; } = new()
    {
        ["Model.sync.json"] = """
            {
              "namespace": "Notes",
              "entities": {
                "Folder": { "properties": { "Id": { "type": "Guid" } } },
                "Note": { "properties": { "Id": { "type": "Guid" }, "Text": { "type": "String" } } }
              },
              "scopes": { "notes": {} }
            }
            """,
    };

    [Fact]
    public void Same_project_again_is_cached_in_every_step()
    {
        var first = GeneratorRun.Of(Project());
        var second = first.Then(first.Before.Clone());

        foreach (var step in TrackingNames.All)
        {
            Assert.All(StepReasons.Of(second, step), r => Assert.True(r.IsCached(), $"{step} is {r}"));
        }

        Assert.All(StepReasons.OfOutputs(second), r => Assert.Equal(IncrementalStepRunReason.Cached, r));
    }

    [Fact]
    public void Every_step_is_tracked()
    {
        var project = Project();
        var served = project with { Files = new Dictionary<string, string>(project.Files) { ["Service.cs"] = StandIns.Service }, Documents = new Dictionary<string, string>(Document) { ["A.sync.scriban"] = "{{## for: entity ##}}\n//" } };
        var steps = GeneratorRun.Of(served).Result.TrackedSteps;

        Assert.All(TrackingNames.All.Except([TrackingNames.Findings]), name => Assert.True(steps.ContainsKey(name), name));
    }

    [Fact]
    public void Comment_in_a_document_regenerates_nothing()
    {
        var first = GeneratorRun.Of(Project() with { Documents = Document });
        var second = first.ThenEditDocument("Model.sync.json", text => "// A comment, which moves all lines.\n" + text);

        Assert.All(StepReasons.OfOutputs(second), r => Assert.Equal(IncrementalStepRunReason.Cached, r));
    }

    [Fact]
    public void Edit_of_one_entity_of_a_document_regenerates_its_files_and_the_scope()
    {
        var first = GeneratorRun.Of(Project() with { Documents = Document });
        var second = first.ThenEditDocument("Model.sync.json", text => Replace(text, "\"Text\"", "\"Body\""));

        var changed = second.Files.Where(f => !first.Files.TryGetValue(f.Key, out var before) || before != f.Value).Select(f => f.Key);
        Assert.Equal(["Notes.Note.Entity.g.cs", "Notes.NotesScope.NoteTable.g.cs", "Notes.NotesScope.g.cs"], changed);
    }

    [Fact]
    public void Scope_of_a_document_s_classes_is_cached_and_follows_the_document()
    {
        var project = Project();
        var code = TestProject.WithUsings("namespace Notes;\n// Here\n[SyncScope(\"mine\", typeof(Note))]\npublic partial class MineScope;\n");
        var document = new Dictionary<string, string> { ["Model.sync.json"] = Document["Model.sync.json"].Replace("\"scopes\": { \"notes\": {} }", "\"scopes\": {}", StringComparison.Ordinal) };
        var first = GeneratorRun.Of(project with { Files = new Dictionary<string, string>(project.Files) { ["Mine.cs"] = code }, Documents = document });

        var again = first.Then(first.Before.Clone());
        var moved = first.ThenEdit("Mine.cs", text => Replace(text, "// Here", "// Here is a comment, which moves the scope\n"));
        var edited = first.ThenEditDocument("Model.sync.json", text => Replace(text, "\"Text\"", "\"Body\""));
        var gone = first.ThenEditDocument("Model.sync.json", text => Replace(text, "\"Note\"", "\"Memo\""));

        Assert.Contains("Notes.MineScope.NoteTable.g.cs", first.Files.Keys);
        Assert.All(StepReasons.OfOutputs(again), r => Assert.Equal(IncrementalStepRunReason.Cached, r));
        Assert.All(StepReasons.OfOutputs(moved), r => Assert.Equal(IncrementalStepRunReason.Cached, r));
        Assert.Equal(
            ["Notes.MineScope.NoteTable.g.cs", "Notes.MineScope.g.cs", "Notes.Note.Entity.g.cs"],
            edited.Files.Where(f => first.Files[f.Key] != f.Value).Select(f => f.Key));
        Assert.DoesNotContain(gone.Files.Keys, file => file.Contains("MineScope", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Other.cs", "class Other;", "class Other { int _field; public override string ToString() => \"changed\"; }")]
    [InlineData("Entity7.cs", "// Here", "// Here is a comment\n// of two lines")]
    [InlineData("Entity7.cs", "=> Number * 2;", "=> Number * 3;")]
    [InlineData("Scope.cs", "// Here", "// Here is a comment, which moves the scope\n")]
    public void Edit_that_changes_no_model_regenerates_nothing(string file, string before, string after)
    {
        var first = GeneratorRun.Of(Project());
        var second = first.ThenEdit(file, text => Replace(text, before, after));

        Assert.All(StepReasons.OfOutputs(second), r => Assert.Equal(IncrementalStepRunReason.Cached, r));
        foreach (var step in new[] { TrackingNames.ScopeModels, TrackingNames.ScopeFiles, TrackingNames.TableFiles, TrackingNames.Options })
        {
            Assert.All(StepReasons.Of(second, step), r => Assert.True(r.IsCached(), $"{step} is {r}"));
        }
    }

    [Fact]
    public void Edit_of_one_entity_regenerates_its_table_and_the_scope()
    {
        var first = GeneratorRun.Of(Project());
        var second = first.ThenEdit("Entity7.cs", text => Replace(text, "string Text", "string Name"));

        Assert.Equal(1, StepReasons.Of(second, TrackingNames.Entities).Count(r => !r.IsCached()));
        Assert.Equal(1, StepReasons.Of(second, TrackingNames.TableFiles).Count(r => !r.IsCached()));
        Assert.Equal(1, StepReasons.Of(second, TrackingNames.ScopeFiles).Count(r => !r.IsCached()));
        Assert.Equal(EntityCount, StepReasons.Of(second, TrackingNames.TableFiles).Count);
        var changed = second.Files.Where(f => first.Files[f.Key] != f.Value).Select(f => f.Key);
        Assert.Equal(["Demo.AllScope.Entity7Table.g.cs", "Demo.AllScope.g.cs"], changed);
    }

    [Fact]
    public void Edit_that_leaves_the_wire_alone_regenerates_one_file()
    {
        var first = GeneratorRun.Of(Project());
        var second = first.ThenEdit("Entity7.cs", text => Replace(text, "public string Text", "[MaxLength(9)] public string Text"));

        var changed = second.Files.Where(f => first.Files[f.Key] != f.Value).Select(f => f.Key);
        Assert.Equal(["Demo.AllScope.Entity7Table.g.cs"], changed);
        Assert.Equal(1, StepReasons.OfOutputs(second).Count(r => !r.IsCached()));
    }

    [Fact]
    public void New_entity_reaches_the_output()
    {
        var first = GeneratorRun.Of(Project());
        var tree = CSharpSyntaxTree.ParseText("[SyncGen.SyncEntity] public class Late { public int Id { get; set; } }", Project().ParseOptions, "Late.cs");
        var second = first.Then(first.Before.AddSyntaxTrees(tree));

        Assert.Contains("DefaultScope.LateTable.g.cs", second.Files.Keys);
        Assert.Equal(first.Files.Count + 3, second.Files.Count);
        Assert.All(first.Files, f => Assert.Equal(f.Value, second.Files[f.Key]));
    }

    [Fact]
    public void Fault_is_reported_where_it_has_moved_to_and_goes_away()
    {
        var first = GeneratorRun.Of(Project());
        var broken = first.ThenEdit("Entity7.cs", text => Replace(text, "public int Id", "public double Id"));
        var moved = broken.ThenEdit("Entity7.cs", text => "\n\n" + text);
        var mended = moved.ThenEdit("Entity7.cs", text => Replace(text, "public double Id", "public int Id"));

        var before = Assert.Single(broken.Result.Diagnostics).Location.GetLineSpan().StartLinePosition.Line;
        var after = Assert.Single(moved.Result.Diagnostics).Location.GetLineSpan().StartLinePosition.Line;
        Assert.Equal(before + 2, after);
        Assert.Empty(broken.Files);
        Assert.Empty(mended.Result.Diagnostics);
        Assert.Equal(first.Files, mended.Files);
    }

    [Fact]
    public void Reference_to_a_provider_regenerates_everything()
    {
        var without = GeneratorRun.Of(Project() with { Databases = Databases.None });
        var with = without.Then(without.Before.WithReferences(Project().Compile().References));

        Assert.DoesNotContain("CREATE TABLE", without.Files["Demo.AllScope.Entity7Table.g.cs"], StringComparison.Ordinal);
        Assert.Contains("CREATE TABLE", with.Files["Demo.AllScope.Entity7Table.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Second_provider_adds_to_every_scope_and_table_and_to_nothing_else()
    {
        var one = GeneratorRun.Of(Project());
        var tree = CSharpSyntaxTree.ParseText(StandIns.ProviderOf(Databases.PostgreSql), Project().ParseOptions, "PostgreSql.cs");
        var two = one.Then(one.Before.AddSyntaxTrees(tree));

        Assert.Equal(one.Files.Keys, two.Files.Keys);
        Assert.All(two.Files, f => Assert.Equal(!f.Key.Contains("Services", StringComparison.Ordinal), f.Value != one.Files[f.Key]));
        Assert.All(StepReasons.Of(two, TrackingNames.ServiceFiles), r => Assert.True(r.IsCached()));
        Assert.Equal(GeneratorRun.Of(Project() with { Databases = Databases.Sqlite | Databases.PostgreSql }).Files, two.Files);
    }

    [Fact]
    public void Order_of_files_changes_nothing()
    {
        var project = Project();
        var forward = GeneratorRun.Of(project);
        var backward = GeneratorRun.Of(project with { Files = new Dictionary<string, string>(project.Files.Reverse()) });

        Assert.Equal(forward.Files, backward.Files);
    }

    private static TestProject Project()
    {
        var files = new Dictionary<string, string> { ["Other.cs"] = "class Other;" };
        var list = new StringBuilder();
        for (var i = 0; i < EntityCount; i++)
        {
            var number = i.ToString(CultureInfo.InvariantCulture);
            files["Entity" + number + ".cs"] = TestProject.WithUsings(
                $$"""
                namespace Demo;
                // Here
                [SyncEntity]
                public class Entity{{number}}
                {
                    public int Id { get; set; }
                    public string Text { get; set; } = "";
                    public int Number { get; set; }
                    public int Twice => Number * 2;
                    public Guid? Owner { get; set; }
                    public DateTime Changed { get; set; }
                }
                """);
            list.Append(", typeof(Entity").Append(number).Append(')');
        }

        files["Scope.cs"] = TestProject.WithUsings($"namespace Demo;\n// Here\n[SyncScope(\"all\"{list})]\npublic partial class AllScope;\n");
        return new TestProject { Files = files };
    }

    private static string Replace(string text, string before, string after)
    {
        Assert.Contains(before, text, StringComparison.Ordinal);
        return text.Replace(before, after, StringComparison.Ordinal);
    }
}
