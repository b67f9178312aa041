using Microsoft.CodeAnalysis;
using SyncGen.Generators.Tests.Compiling;
using SyncGen.Generators.Tests.Emitted;
using SyncGen.Model;

namespace SyncGen.Generators.Tests.Documents;

/// <summary>Code that names the class of a file, which is not there before the generator has run, means what it will mean then.</summary>
public sealed class ClassesOfDocumentsTests
{
    private const string Notes = """{ "namespace": "Office.Notes", "entities": { "Note": { "properties": { "Id": { "type": "Guid" }, "Text": { "type": "String" } } } } }""";

    private const string Scope = "public partial class S;";

    [Theory]
    [InlineData("using Office.Notes; [SyncScope(\"s\", typeof(Note))] " + Scope)]
    [InlineData("[SyncScope(\"s\", typeof(Office.Notes.Note))] " + Scope)]
    [InlineData("[SyncScope(\"s\", typeof(global::Office.Notes.Note))] " + Scope)]
    [InlineData("[SyncScope(\"s\", entities: [typeof(Office.Notes.Note)])] " + Scope)]
    [InlineData("namespace Office.Notes; [SyncScope(\"s\", typeof(Note))] " + Scope)]
    [InlineData("namespace Office.Notes.Sub; [SyncScope(\"s\", typeof(Note))] " + Scope)]
    [InlineData("namespace Office; [SyncScope(\"s\", typeof(Notes.Note))] " + Scope)]
    [InlineData("namespace Office { using Notes; [SyncScope(\"s\", typeof(Note))] " + Scope + " }")]
    [InlineData("namespace Office { namespace Notes { [SyncScope(\"s\", typeof(Note))] " + Scope + " } }")]
    [InlineData("namespace Other { using Office.Notes; [SyncScope(\"s\", typeof(Note))] " + Scope + " }")]
    [InlineData("using N = Office.Notes; [SyncScope(\"s\", typeof(N.Note))] " + Scope)]
    [InlineData("using N = Office.Notes; [SyncScope(\"s\", typeof(N::Note))] " + Scope)]
    [InlineData("using Memo = Office.Notes.Note; [SyncScope(\"s\", typeof(Memo))] " + Scope)]
    [InlineData("using Office.Notes; partial class Outer { [SyncScope(\"s\", typeof(Note))] " + Scope + " }")]
    public void Name_of_a_file_s_class_is_found_where_the_compiler_will_find_it(string code)
    {
        var run = Run(code);

        Assert.Empty(run.Result.Diagnostics);
        Assert.Empty(run.Complaints);
        Assert.Contains(run.Files.Keys, file => file.EndsWith("S.NoteTable.g.cs", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Files.Keys, file => file.Contains("DefaultScope", StringComparison.Ordinal));
    }

    [Fact]
    public void Global_using_of_another_file_counts()
    {
        var run = Run("[SyncScope(\"s\", typeof(Note))] " + Scope, ("Usings.cs", "global using Office.Notes;"));

        Assert.Empty(run.Complaints);
        Assert.Contains("S.NoteTable.g.cs", run.Files.Keys);
    }

    [Fact]
    public void Class_of_a_file_hides_one_that_a_using_brings()
    {
        // Before the generator has run the name stands for the class of the library; after it, for the nearer one.
        var run = Run("namespace Office.Notes; [SyncScope(\"s\", typeof(Note))] " + Scope, ("Library.cs", "[SyncGen.SyncEntity] public class Note { public int Id { get; set; } }"));

        Assert.Empty(run.Complaints);
        Assert.Contains("global::Office.Notes.Note", run.Files["Office.Notes.S.NoteTable.g.cs"], StringComparison.Ordinal);
        Assert.Contains("DefaultScope.NoteTable.g.cs", run.Files.Keys);
    }

    [Fact]
    public void Class_of_the_code_that_is_nearer_stays()
    {
        var run = Run("using Office.Notes; namespace App { [SyncEntity] public class Note { public int Id { get; set; } } [SyncScope(\"s\", typeof(Note))] " + Scope + " }");

        Assert.Empty(run.Complaints);
        Assert.Contains("global::App.Note", run.Files["App.S.NoteTable.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[SyncScope(\"s\", typeof(Note))] " + Scope, "CS0246")]
    [InlineData("using Elsewhere; [SyncScope(\"s\", typeof(Note))] " + Scope, "CS0246")]
    [InlineData("using Office.Notes; using Office.Others; [SyncScope(\"s\", typeof(Note))] " + Scope, "CS0104")]
    public void What_the_compiler_will_not_find_is_left_to_the_compiler(string code, string error)
    {
        var run = Run(code, ("Elsewhere.cs", "namespace Elsewhere; class Other;"));

        Assert.DoesNotContain(run.Files.Keys, file => file.StartsWith("S.", StringComparison.Ordinal));
        Assert.Contains(run.After.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error && d.Id == error);
    }

    [Fact]
    public void Finding_in_the_settings_of_such_a_table_stands_where_the_fault_is()
    {
        var run = Run("using Office.Notes; [SyncScope(\"s\", typeof(Note)), SyncTable(typeof(Note), Except = [nameof(Note.Text), nameof(Note.Txt)])] " + Scope);

        Assert.Equal(["SYNC0208 at 'nameof(Note.Txt)'"], run.Findings);
    }

    [Fact]
    public void Relations_lead_from_classes_to_classes_of_files_and_back()
    {
        var run = Run("""
            using Office.Notes;
            [SyncEntity] public class Mark { public int Id { get; set; } public Guid NoteId { get; set; } public Note? Note { get; set; } }
            [SyncEntity] public class Folder { public Guid Id { get; set; } public List<Note> Notes { get; } = []; public Note[] Last { get; set; } = []; }
            [SyncScope("s", typeof(Mark), typeof(Folder), typeof(Note))] public partial class S;
            """);

        Assert.Empty(run.Result.Diagnostics);
        Assert.Empty(run.Complaints);
        Assert.Contains("REFERENCES \"Note\"", run.Files["S.MarkTable.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_both_kinds_go_through_the_emitted_code()
    {
        var assembly = EmittedScope.Assembly(Run("""
            using Office.Notes;
            [SyncEntity] public class Mark { public int Id { get; set; } public Guid NoteId { get; set; } public Note? Note { get; set; } }
            [SyncScope("s", typeof(Mark), typeof(Note))] public partial class S;
            """));

        var scope = (SyncScope)assembly.GetType("S", throwOnError: true)!.GetProperty("Definition")!.GetValue(null)!;

        Assert.Equal(["Office.Notes.Note", "Mark"], scope.Tables.Select(table => table.RowType.FullName));
        Assert.All(scope.Tables, table => Assert.True(table.Accept(new CodecCheck(new Random(1))) > 0));
    }

    [Fact]
    public void Parent_of_a_file_that_the_scope_leaves_out_is_told()
    {
        var run = Run("using Office.Notes; [SyncEntity] public class Mark { public int Id { get; set; } public Guid NoteId { get; set; } public Note? Note { get; set; } } [SyncScope(\"s\", typeof(Mark))] " + Scope);

        Assert.Equal(["SYNC0301 at 'typeof(Mark)'"], run.Findings);
    }

    private static GeneratorRun Run(string code, params (string Name, string Text)[] files)
    {
        var project = TestProject.Of(code);
        return GeneratorRun.Of(project with
        {
            Files = project.Files.Concat(files.Select(f => KeyValuePair.Create(f.Name, f.Text))).ToDictionary(),
            Documents = new Dictionary<string, string>
            {
                ["Notes.sync.json"] = Notes,
                ["Others.sync.json"] = Notes.Replace("Office.Notes", "Office.Others", StringComparison.Ordinal).Replace("\"Text\"", "\"Body\"", StringComparison.Ordinal),
            }.Where(d => d.Key == "Notes.sync.json" || code.Contains("Others", StringComparison.Ordinal)).ToDictionary(),
        });
    }
}
