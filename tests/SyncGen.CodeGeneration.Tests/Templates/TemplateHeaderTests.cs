using SyncGen.CodeGeneration.Templates;

namespace SyncGen.CodeGeneration.Tests.Templates;

/// <summary>A header says what a template is for, and what is wrong with it is told at its words.</summary>
public sealed class TemplateHeaderTests
{
    [Theory]
    [InlineData("{{## for: entity ##}}\nx", "Entity", "{full_name}.A.g.cs")]
    [InlineData("\ufeff\n  {{##\r\n\r\n  for:   scope\r\n  model: 1\r\n  output: docs/{name}-{scope}.md  \r\n##}}\r\nx", "Scope", "docs/{name}-{scope}.md")]
    [InlineData("{{##for:project##}}x", "Project", "A.g.cs")]
    [InlineData("{{## for: include ##}}", "Include", "{full_name}.A.g.cs")]
    public void Header_is_read(string text, string subject, string output)
    {
        var template = OwnTemplate.Read("Some/Folder/A.sync.scriban", text);

        Assert.Empty(template.Findings);
        Assert.Equal("A", template.Name);
        Assert.Equal((subject, output), (template.Header!.Subject.ToString(), template.Header.Output));
    }

    [Theory]
    [InlineData("SYNC0602", "there is none", "[|class A|]\n{{## for: entity ##}}")]
    [InlineData("SYNC0602", "there is none", "[||]")]
    [InlineData("SYNC0602", "not closed", "[|{{##|]\nfor: entity")]
    [InlineData("SYNC0602", "'for' or 'replaces'", "[|{{##|]\noutput: a.cs\n##}}")]
    [InlineData("SYNC0602", "'for' or 'replaces'", "[|{{##|]\nfor: scope\nreplaces: services\n##}}")]
    [InlineData("SYNC0602", "'kind' means nothing", "{{##\n  [|kind|]: entity\n  for: entity\n##}}")]
    [InlineData("SYNC0602", "'for entity' means nothing", "{{##\n  [|for entity|]\n  for: entity\n##}}")]
    [InlineData("SYNC0602", "stands in it twice", "{{##\n  for: entity\r\n  [|for|]: scope\n##}}")]
    [InlineData("SYNC0602", "'for' takes include, entity, scope, project, and not 'Table'", "{{## for: [|Table|] ##}}")]
    [InlineData("SYNC0602", "'{table}.cs' cannot", "{{##\nfor: entity\noutput: [|{table}.cs|]\n##}}")]
    [InlineData("SYNC0602", "'{name}.cs' cannot", "{{##\nfor: project\noutput: [|{name}.cs|]\n##}}")]
    [InlineData("SYNC0602", "'../{name}.cs' cannot", "{{##\nfor: entity\noutput: [|../{name}.cs|]\n##}}")]
    [InlineData("SYNC0602", "'/{name}.cs' cannot", "{{##\nfor: entity\noutput: [|/{name}.cs|]\n##}}")]
    [InlineData("SYNC0602", "'a:{name}.cs' cannot", "{{##\nfor: entity\noutput: [|a:{name}.cs|]\n##}}")]
    [InlineData("SYNC0602", "'{name}' cannot", "{{##\nfor: entity\noutput: [|{name}|]\n##}}")]
    [InlineData("SYNC0602", "'' cannot", "{{##\nfor: entity\n[|output:|]\n##}}")]
    [InlineData("SYNC0602", "leave 'output' out", "{{##\nfor: include\noutput: [|a.cs|]\n##}}")]
    [InlineData("SYNC0602", "leave 'output' out", "{{##\nreplaces: services\noutput: [|a.cs|]\n##}}")]
    [InlineData("SYNC0602", "'model' takes a number", "{{##\nfor: entity\nmodel: [|one|]\n##}}")]
    [InlineData("SYNC0602", "'model' takes a number", "{{##\nfor: entity\nmodel: [|0|]\n##}}")]
    [InlineData("SYNC0606", "model 2, and this SyncGen has model 1", "{{##\nfor: entity\nmodel: [|2|]\n##}}")]
    [InlineData("SYNC0607", "'table' cannot be replaced by a template: it reads, writes and compares rows", "{{## replaces: [|table|] ##}}")]
    [InlineData("SYNC0607", "what can be is services and endpoints", "{{## replaces: [|scope|] ##}}")]
    [InlineData("SYNC0607", "no edit is lost", "{{## replaces: [|sql|] ##}}")]
    [InlineData("SYNC0607", "'for: entity'", "{{## replaces: [|entity|] ##}}")]
    [InlineData("SYNC0607", "there is no such file", "{{## replaces: [|Services|] ##}}")]
    public void Fault_is_told_at_its_words(string id, string message, string marked)
    {
        var text = marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        var expected = marked[(marked.IndexOf("[|", StringComparison.Ordinal) + 2)..marked.IndexOf("|]", StringComparison.Ordinal)];

        var finding = Assert.Single(TestTemplates.FindingsOf(("A.sync.scriban", text)));

        Assert.Equal(id, finding.Rule.Id);
        Assert.Contains(message, TestTemplates.Text(finding), StringComparison.Ordinal);
        Assert.Equal(marked.IndexOf("[|", StringComparison.Ordinal), finding.Source.Start);
        Assert.Equal(expected, text.Substring(finding.Source.Start, finding.Source.Length));
    }

    [Fact]
    public void Template_without_a_valid_header_prints_nothing() =>
        Assert.Empty(TestTemplates.Plan(TestTemplates.Set(("A.sync.scriban", "{{## for: entities ##}}\nx"))).Jobs);
}
