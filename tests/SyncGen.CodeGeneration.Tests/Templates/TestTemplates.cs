using SyncGen.CodeGeneration.Emission;
using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Building;
using SyncGen.CodeGeneration.Model.Declarations;
using SyncGen.CodeGeneration.Templates;
using SyncGen.CodeGeneration.Templates.Rendering;
using SyncGen.CodeGeneration.Templates.Views;
using SyncGen.CodeGeneration.Tests.Declared;

namespace SyncGen.CodeGeneration.Tests.Templates;

/// <summary>Templates as a project could have them, and what becomes of them.</summary>
internal static class TestTemplates
{
    /// <summary>A scope of two entities, one of which refers to the other, with all that a scope can say.</summary>
    public static IReadOnlyList<ScopeModel> Scopes { get; } = MakeScopes();

    public static TemplateSet Set(params (string Path, string Text)[] files) => TemplateSet.Of(files.Select(f => OwnTemplate.Read(f.Path, f.Text)));

    public static TemplatePlan Plan(TemplateSet set, bool isForCompiler = false) =>
        TemplatePlanner.Plan(set, TemplateViewBuilder.Build(Scopes, Declare.Options), BuiltInOutputs.NamesOf(Scopes, []), isForCompiler);

    /// <summary>The files, which have no fault.</summary>
    public static IReadOnlyList<EmittedFile> Print(params (string Path, string Text)[] files)
    {
        var plan = Plan(Set(files));
        Assert.Empty(plan.Findings);
        PrintedTemplate[] printed = [.. plan.Jobs.Select(j => TemplatePrinter.Print(j, default))];
        Assert.Empty(printed.Select(p => p.Finding).OfType<Finding>().Select(Text));
        return [.. printed.Select(p => p.File).OfType<EmittedFile>()];
    }

    /// <summary>What a template for the project prints, without its header.</summary>
    public static string PrintBody(string body) => Assert.Single(Print(("Test.sync.scriban", "{{## for: project\n output: a.txt ##}}\n" + body))).Text;

    /// <summary>All that is wrong, in whatever step.</summary>
    public static IReadOnlyList<Finding> FindingsOf(params (string Path, string Text)[] files)
    {
        var plan = Plan(Set(files));
        return [.. plan.Findings, .. plan.Jobs.Select(j => TemplatePrinter.Print(j, default).Finding).OfType<Finding>()];
    }

    /// <summary>A finding as people see it.</summary>
    public static string Text(Finding finding) =>
        $"{finding.Source.Path}({finding.Source.Line + 1},{finding.Source.Column + 1}): {finding.Rule.Id}: {string.Format(finding.Rule.Message, [.. finding.Arguments])}";

    private static ScopeModel[] MakeScopes()
    {
        var list = Declare.Entity(
            "List",
            Declare.Property("Id", StoredType.Guid),
            Declare.Property("Title", StoredType.String, annotations: new() { MaxLength = 80, ColumnName = new("the title", SourceToken.None) })) with
        { TableName = new("lists", SourceToken.None), Schema = "todo" };
        var colour = new EnumType("global::App.Colour", "Colour", StoredType.Int32, [new("Red", "0"), new("Blue", "1")]);
        var number = Declare.Property("Colour", StoredType.Int32);
        var item = Declare.Entity(
            "Item",
            Declare.Property("Number", StoredType.Int32, annotations: new() { ColumnOrder = 2 }),
            Declare.Property("Id", StoredType.Int64),
            Declare.Property("ListId", StoredType.Guid),
            Declare.Navigation("List", "List"),
            Declare.Property("class", StoredType.String, isNullable: true, new() { ColumnType = "TEXT COLLATE NOCASE" }),
            Declare.Property("Owner", StoredType.String, annotations: new() { FilterParameter = new("owner", SourceToken.None), FilterAnyOf = "whose", IsFilterList = true }),
            Declare.Property("Total", StoredType.Decimal, isNullable: true, new() { Computed = SourceToken.None }),
            Declare.Property("Secret", StoredType.Binary, isNullable: true),
            number with { Type = number.Type with { FullName = "global::App.Colour", Stored = null, Enum = colour } }) with
        { Constructors = [new ConstructorDeclaration([new ParameterDeclaration("id", "long", IsOptional: false)], SetsRequiredMembers: false)] };
        var scope = Declare.Scope("todo", list, item) with
        {
            MayHandOn = true,
            Tables = [new TableDeclaration(item.Type, SourceToken.None) { Direction = TableDirection.UploadOnly, Conflicts = TablePolicy.ClientWins, Except = [new("Secret", SourceToken.None)] }],
        };
        scope = scope with { Class = scope.Class with { Visibility = ClassVisibility.Public } };
        var lists = Declare.Scope("lists-only", list);
        lists = lists with { Class = new ScopeClass(new TypeReference("global::App.Outer.@base", "@base", "App"), "partial class @base", ["partial class Outer"]) };
        var result = ModelBuilder.Build([scope, lists], [list, item], Declare.Options);
        Assert.Equal(["SYNC0503"], result.Findings.Select(f => f.Rule.Id));
        return [.. result.Scopes];
    }
}
