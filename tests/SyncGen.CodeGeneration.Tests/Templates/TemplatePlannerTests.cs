using SyncGen.CodeGeneration.Emission.CSharp;
using SyncGen.CodeGeneration.Emission.Sql;
using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Templates;
using SyncGen.CodeGeneration.Tests.Declared;

namespace SyncGen.CodeGeneration.Tests.Templates;

/// <summary>Each file has a name of its own, and what is replaced keeps its name.</summary>
public sealed class TemplatePlannerTests
{
    [Theory]
    [InlineData("for: entity", "App.Item.A.g.cs", "App.List.A.g.cs")]
    [InlineData("for: scope", "App.Outer.base.A.g.cs", "App.TheScope.A.g.cs")]
    [InlineData("for: project", "A.g.cs")]
    [InlineData("for: include")]
    [InlineData("for: entity\noutput: web/src/{name}.ts", "web/src/Item.ts", "web/src/List.ts")]
    [InlineData("for: scope\noutput: {scope}/{full_name} of {name}.md", "lists-only/App.Outer.base of base.md", "todo/App.TheScope of TheScope.md")]
    [InlineData("replaces: services", "App.TheScope.Services.g.cs")]
    [InlineData("replaces: endpoints", "App.TheScope.Endpoints.g.cs")]
    public void Files_are_named_after_what_they_are_printed_for(string header, params string[] expected)
    {
        var plan = TestTemplates.Plan(TestTemplates.Set(("A.sync.scriban", $"{{{{##\n{header}\n##}}}}\nx")));

        Assert.Empty(plan.Findings);
        Assert.Equal(expected, plan.Jobs.Select(j => j.File).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{{##\nfor: entity\noutput: [|All.cs|]\n##}}\nx", "for the entity 'App.List'", "for the entity 'App.Item' by 'A'")]
    [InlineData("{{##\nfor: scope\noutput: [|{full_name}.Services.G.cs|]\n##}}\nx", "for the scope 'todo'", "by SyncGen itself")]
    [InlineData("{{##\nfor: entity\noutput: [|App.TheScope.{name}Table.g.cs|]\n##}}\nx", "for the entity 'App.Item'", "by SyncGen itself")]
    [InlineData("{{##\nfor: project\noutput: [|SyncGen.Scripts.g.cs|]\n##}}\nx", "for the project", "by SyncGen itself")]
    public void Name_that_is_taken_is_told_where_it_is_given(string marked, string subject, string other)
    {
        var text = marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        var findings = TestTemplates.FindingsOf(("A.sync.scriban", text));

        var finding = findings.First(f => TestTemplates.Text(f).Contains(subject, StringComparison.Ordinal));
        Assert.Equal("SYNC0608", finding.Rule.Id);
        Assert.Contains(other, TestTemplates.Text(finding), StringComparison.Ordinal);
        Assert.Equal(marked.IndexOf("[|", StringComparison.Ordinal), finding.Source.Start);
    }

    [Fact]
    public void Of_two_templates_that_replace_one_file_the_first_by_its_path_does()
    {
        var plan = TestTemplates.Plan(TestTemplates.Set(("b/A.sync.scriban", "{{## replaces: services ##}}\nb"), ("a/B.sync.scriban", "{{## replaces: services ##}}\na")));

        Assert.Equal("a/B.sync.scriban", Assert.Single(plan.Jobs).Template.Path);
        Assert.Equal("b/A.sync.scriban", Assert.Single(plan.Findings).Source.Path);
    }

    [Fact]
    public void File_that_a_project_names_twice_counts_once()
    {
        var plan = TestTemplates.Plan(TestTemplates.Set(("A.sync.scriban", "{{## for: project ##}}\nx"), ("A.sync.scriban", "{{## for: project ##}}\nx")));

        Assert.Single(plan.Jobs);
        Assert.Empty(plan.Findings);
    }

    [Fact]
    public void Compiler_gets_code_only()
    {
        var set = TestTemplates.Set(("A.sync.scriban", "{{##\nfor: project\noutput: a.md\n##}}\nx"), ("B.sync.scriban", "{{## for: project ##}}\nx"));

        Assert.Equal(["B.g.cs"], TestTemplates.Plan(set, isForCompiler: true).Jobs.Select(j => j.File));
        Assert.Equal(["a.md", "B.g.cs"], TestTemplates.Plan(set).Jobs.Select(j => j.File));
    }

    [Fact]
    public void Names_of_our_own_files_are_known()
    {
        var entities = new[] { Declare.Entity("Made", Declare.Property("Id", StoredType.Int32)) };
        var emitted = ProjectEmitter.Emit(TestTemplates.Scopes, entities, Declare.Options).Select(f => f.Name).Append(ScriptBundle.FileName);

        // The files that a private scope has not are reserved all the same.
        Assert.Equal(
            emitted.Concat(["App.Outer.base.Services.g.cs", "App.Outer.base.Endpoints.g.cs"]).Order(StringComparer.Ordinal),
            BuiltInOutputs.NamesOf(TestTemplates.Scopes, entities).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_replaced_is_not_printed_by_us()
    {
        var options = BuiltInOutputs.Without(Declare.Options, TestTemplates.Set(("A.sync.scriban", "{{## replaces: endpoints ##}}\nx")).Replaced);

        Assert.False(options.HasEndpoints);
        Assert.True(options.HasServices);
    }

    [Fact]
    public void Template_depends_on_what_it_includes_and_on_nothing_else()
    {
        var set = TestTemplates.Set(
            ("A.sync.scriban", "{{## for: project ##}}\n{{ include 'B' }}"),
            ("B.sync.scriban", "{{## for: include ##}}\n{{ include 'C' }}"),
            ("C.sync.scriban", "{{## for: include ##}}\n{{ include 'B' }}"),
            ("D.sync.scriban", "{{## for: include ##}}\nd"),
            ("E.sync.scriban", "{{##\nfor: project\noutput: e.cs\n##}}\n{{ include ('D' + '') }}"));

        string[] Library(string name) => [.. set.LibraryOf(set.Templates.Single(t => t.Name == name))!.Value.Select(t => t.Name)];

        Assert.Equal(["A", "B", "C"], Library("A"));
        Assert.Equal(["D"], Library("D"));
        Assert.Equal(["A", "B", "C", "D", "E"], Library("E"));
    }

    [Fact]
    public void Template_that_includes_a_broken_one_is_not_printed()
    {
        var plan = TestTemplates.Plan(TestTemplates.Set(("A.sync.scriban", "{{## for: project ##}}\n{{ include 'B' }}"), ("B.sync.scriban", "{{## for: include ##}}\n{{ if }}")));

        Assert.Empty(plan.Jobs);
        Assert.Equal(("B.sync.scriban", "SYNC0603"), (Assert.Single(plan.Findings).Source.Path, plan.Findings[0].Rule.Id));
    }
}
