using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SyncGen.CodeGeneration.Findings;
using SyncGen.Generators.Tests.Compiling;

namespace SyncGen.Generators.Tests.Findings;

/// <summary>What analyzers find in code that uses SyncGen, and what they leave alone.</summary>
public sealed class UseRuleTests
{
    private const string Model = """
        using System.Linq;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Routing;
        using SyncGen.AspNetCore;
        using SyncGen.AspNetCore.Hooks;
        using SyncGen.Providers;
        using SyncGen.Sqlite;
        [SyncEntity] public class Note { public Guid Id { get; set; } }
        [SyncEntity] public class Draft { public Guid Id { get; set; } }
        [SyncScope("notes", typeof(Note))] public static partial class NoteScope;
        [SyncScope("drafts", typeof(Draft))] public static partial class DraftScope;
        public class NoteHooks : SyncRowHooks<Note>;
        public class DraftHooks : SyncRowHooks<Draft>;

        """;

    public static TheoryData<string, string> Wrong => new()
    {
        { "SYNC0901", "void M(WebApplication app) { app.[|MapNoteScope|](\"/sync\"); }" },
        { "SYNC0901", "void M(WebApplication app) => app.[|MapNoteScope|](\"/sync\").RequireCors(\"pages\");" },
        { "SYNC0901", "void M(WebApplication app) { app.[|MapSyncScope|](\"/sync\", NoteScope.Definition, typeof(NoteScope)); }" },
        { "SYNC0901", "void M(WebApplication app) { app.UseEndpoints(endpoints => endpoints.[|MapNoteScope|](\"/sync\")); }" },
        { "SYNC0901", "void M(WebApplication app) { app.UseEndpoints(endpoints => { endpoints.[|MapNoteScope|](\"/sync\"); }); }" },
        { "SYNC0902", "object M(SyncProvider a) => SyncOrchestrator.Between(a, [|a|]);" },
        { "SYNC0902", "object M(SyncProvider a) => SyncOrchestrator.Between(remote: [|a|], local: a);" },
        { "SYNC0902", "SyncProvider _a = null!; object M() => SyncOrchestrator.Between(this._a, [|_a|]);" },
        { "SYNC0902", "object M(SyncProvider a, SyncProvider b) => SyncOrchestrator.Around(a, b, [|a|]);" },
        { "SYNC0902", "object M(SyncProvider a, SyncProvider b) => SyncOrchestrator.Around(a, [b, [|b|]]);" },
        { "SYNC0902", "object M() { var leaf = NoteScope.Sqlite(\"a\"); return SyncOrchestrator.Between(leaf, [|leaf|]); }" },
        { "SYNC0903", "void M(SyncOrchestrator o) { [|o.SynchronizeAsync()|]; }" },
        { "SYNC0903", "void M(SyncOrchestrator o) => [|o.PreviewAsync()|];" },
        { "SYNC0903", "void M(SqliteProvider p) { [|p.ProvisionAsync()|]; }" },
        { "SYNC0903", "Task M(SyncProvider p) { [|p.DeprovisionAsync()|]; return Task.CompletedTask; }" },
        { "SYNC0903", "async Task M(SyncOrchestrator o) { Action a = () => { [|o.SynchronizeAsync()|]; }; a(); await Task.Yield(); }" },
        { "SYNC0904", "async Task M(SqliteProvider a, SyncProvider b) { await a.DisposeAsync(); var o = SyncOrchestrator.Between([|a|], b); }" },
        { "SYNC0904", "async Task M(SqliteProvider a, SyncProvider b) { await a.DisposeAsync().ConfigureAwait(false); if (b.Role == SyncRole.Leaf) { await [|a|].ProvisionAsync(); } }" },
        { "SYNC0904", "async Task M(SqliteProvider a, SyncProvider b) { await a.DisposeAsync(); var o = SyncOrchestrator.Around(b, [|a|]); }" },
        { "SYNC0904", "async Task<SyncOrchestrator> M(SyncProvider b) { await using var a = NoteScope.Sqlite(\"\"); await a.ProvisionAsync(); return SyncOrchestrator.Between([|a|], b); }" },
        { "SYNC0905", "class C { [[|SyncFilter(\"x\")|]] public int X { get; set; } }" },
        { "SYNC0905", "interface I { [[|SyncFilter(\"x\")|]] int X { get; set; } }" },
        { "SYNC0905", "internal abstract class C { [[|SyncEnum(true)|]] public DayOfWeek X { get; set; } }" },
        { "SYNC0905", "class V : ISyncConverter<int, string> { public static string ToStored(int v) => \"\"; public static int FromStored(string s) => 1; } class C { [[|SyncConverter<V>|]] public int X { get; set; } }" },
        { "SYNC0905", "[[|SyncTable(typeof(Note))|]] partial class C;" },
        { "SYNC0906", "object M() => SyncOrchestrator.Between(NoteScope.Sqlite(\"a\"), [|NoteScope.Sqlite(\"b\")|]);" },
        { "SYNC0906", "async Task M() { await using var a = NoteScope.Sqlite(\"a\"); await using var b = NoteScope.Sqlite(\"b\", SyncRole.Leaf); await SyncOrchestrator.Between(a, [|b|]).SynchronizeAsync(); }" },
        { "SYNC0906", "object M(SyncProvider b) { var hub = NoteScope.Sqlite(\"a\"); return SyncOrchestrator.Around([|hub|], b); }" },
        { "SYNC0907", "object M() => SyncOrchestrator.Between(NoteScope.Sqlite(\"a\"), [|DraftScope.Sqlite(\"b\", SyncRole.Peer)|]);" },
        { "SYNC0907", "object M() { var hub = NoteScope.Sqlite(\"a\", SyncRole.Peer); var one = DraftScope.Sqlite(\"b\"); return SyncOrchestrator.Around(hub, [|one|]); }" },
        { "SYNC0908", "void M(WebApplication app) { app.MapNoteScope(\"/sync\", o => o.UseRowHooks<[|Draft|], DraftHooks>()).RequireAuthorization(); }" },
        { "SYNC0908", "void M(WebApplication app) { app.MapNoteScope(\"/sync\", o => { o.UseRowHooks<Note, NoteHooks>().UseRowHooks<[|Draft|], DraftHooks>(); }).RequireAuthorization(); }" },
    };

    public static TheoryData<string> Right =>
    [
        // SYNC0901
        "void M(WebApplication app) { app.MapNoteScope(\"/sync\").RequireAuthorization(); }",
        "void M(WebApplication app) { app.MapNoteScope(\"/sync\").RequireCors(\"pages\").RequireAuthorization(); }",
        "void M(WebApplication app) { app.MapNoteScope(\"/sync\").AllowAnonymous(); }",
        "void M(WebApplication app) { var sync = app.MapNoteScope(\"/sync\"); sync.RequireAuthorization(); }",
        "void M(WebApplication app) { var group = app.MapGroup(\"/api\").RequireAuthorization(); group.MapNoteScope(\"/sync\"); }",
        "void M(WebApplication app) { app.MapGroup(\"/api\").RequireAuthorization().MapNoteScope(\"/sync\"); }",
        "void M(IEndpointRouteBuilder endpoints) { endpoints.MapNoteScope(\"/sync\"); }",
        "IEndpointConventionBuilder M(WebApplication app) => app.MapNoteScope(\"/sync\");",
        "static void Protect(IEndpointConventionBuilder b) => b.RequireAuthorization(); void M(WebApplication app) { Protect(app.MapNoteScope(\"/sync\")); }",
        "void M(WebApplication app, Microsoft.AspNetCore.Authorization.AuthorizationOptions o) { o.FallbackPolicy = this; app.MapNoteScope(\"/sync\"); }",
        // SYNC0902
        "object M(SyncProvider a, SyncProvider b) => SyncOrchestrator.Between(a, b);",
        "SyncProvider New => NoteScope.Sqlite(\"\"); object M() => SyncOrchestrator.Between(New, New);",
        "class D { public SyncProvider P = null!; } object M(D a, D b) => SyncOrchestrator.Between(a.P, b.P);",
        "object M(SyncProvider[] all) => SyncOrchestrator.Around(all[0], all.Skip(1));",
        "object M(SyncProvider a, SyncProvider[] all) => SyncOrchestrator.Around(a, [.. all, .. all]);",
        // SYNC0903
        "Task M(SyncOrchestrator o) => o.SynchronizeAsync();",
        "void M(SyncOrchestrator o) { _ = o.SynchronizeAsync(); }",
        "void M(SyncOrchestrator o) { o.SynchronizeAsync().Wait(); }",
        "async Task M(SyncOrchestrator o) { await o.SynchronizeAsync(); }",
        "void M(SyncOrchestrator o) { Func<Task> f = () => o.SynchronizeAsync(); f(); }",
        // SYNC0904
        "async Task M(SqliteProvider a, SyncProvider b) { await SyncOrchestrator.Between(a, b).SynchronizeAsync(); await a.DisposeAsync(); await a.DisposeAsync(); }",
        "async Task M(SqliteProvider a, SyncProvider b) { await a.DisposeAsync(); a = NoteScope.Sqlite(\"\"); await SyncOrchestrator.Between(a, b).SynchronizeAsync(); }",
        "async Task M(SqliteProvider a, SyncProvider b) { if (b.Role == SyncRole.Leaf) { await a.DisposeAsync(); } await a.ProvisionAsync(); }",
        "async Task M(SqliteProvider a) { await a.DisposeAsync(); Console.WriteLine(a.DisplayName); }",
        "async Task<SyncResult> M(SyncProvider b) { await using var a = NoteScope.Sqlite(\"\"); return await SyncOrchestrator.Between(a, b).SynchronizeAsync(); }",
        "SyncOrchestrator M(SyncProvider b) { var a = NoteScope.Sqlite(\"\"); return SyncOrchestrator.Between(a, b); }",
        // SYNC0905
        "[SyncEntity] public class E { public int Id { get; set; } [SyncFilter(\"x\")] public int X { get; set; } }",
        "internal abstract class B { [SyncFilter(\"x\")] public int X { get; set; } } [SyncEntity] internal class E : B { public int Id { get; set; } }",
        "public class B<T> { [SyncFilter(\"x\")] public T? X { get; set; } } [SyncEntity] public class E : B<int> { public int Id { get; set; } }",
        "public abstract class B { [SyncFilter(\"x\")] public int X { get; set; } }",
        // SYNC0906 and SYNC0907
        "object M() => SyncOrchestrator.Between(NoteScope.Sqlite(\"a\"), NoteScope.Sqlite(\"b\", SyncRole.Peer));",
        "object M() => SyncOrchestrator.Between(NoteScope.Sqlite(\"a\", SyncRole.Peer), NoteScope.Sqlite(\"b\"));",
        "object M(SyncRole role) => SyncOrchestrator.Between(NoteScope.Sqlite(\"a\"), NoteScope.Sqlite(\"b\", role));",
        "object M(SqliteProviderOptions options) => SyncOrchestrator.Between(NoteScope.Sqlite(\"a\"), NoteScope.Sqlite(\"b\", options));",
        "object M(bool isHub) { var a = NoteScope.Sqlite(\"a\"); if (isHub) { a = NoteScope.Sqlite(\"a\", SyncRole.Peer); } return SyncOrchestrator.Between(NoteScope.Sqlite(\"b\"), a); }",
        "object M(bool isHub) { SyncProvider a = NoteScope.Sqlite(\"a\"); if (isHub) { a = DraftScope.Sqlite(\"a\"); } return SyncOrchestrator.Between(a, NoteScope.Sqlite(\"b\", SyncRole.Peer)); }",
        "static SqliteProvider New(string s) => NoteScope.Sqlite(s, SyncRole.Peer); object M() => SyncOrchestrator.Between(NoteScope.Sqlite(\"a\"), New(\"b\"));",
        // SYNC0908
        "void M(WebApplication app) { app.MapNoteScope(\"/sync\", o => o.UseRowHooks<Note, NoteHooks>()).RequireAuthorization(); }",
        "void Set(SyncServiceOptions o) => o.UseRowHooks<Draft, DraftHooks>(); void M(WebApplication app) { app.MapDraftScope(\"/sync\", Set).RequireAuthorization(); }",
        "[SyncEntity] public class E { public Guid Id { get; set; } } public class EHooks : SyncRowHooks<E>; void M(WebApplication app) { app.MapSyncScope(\"/sync\", NoteScope.Definition, this, o => o.UseRowHooks<E, EHooks>()).RequireAuthorization(); }",
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Wrong_use_is_found_where_it_is(string id, string marked)
    {
        var code = marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        var expected = marked[(marked.IndexOf("[|", StringComparison.Ordinal) + 2)..marked.LastIndexOf("|]", StringComparison.Ordinal)];

        var (run, found) = await FindAsync(code);

        var finding = Assert.Single(found);
        Assert.Equal(id, finding.Id);
        Assert.Equal(expected, run.TextOf(finding.Location));
        Assert.EndsWith($"/rules/{id}.md", finding.Descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\{\d\}|''|global::", finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(Right))]
    public async Task Right_use_is_left_alone(string code) => Assert.Empty((await FindAsync(code)).Found);

    [Fact]
    public async Task Generated_code_is_left_alone()
    {
        var project = ProjectOf("");
        var files = new Dictionary<string, string>(project.Files)
        {
            ["Other.g.cs"] = "// <auto-generated/>\nclass Other { object M(SyncGen.Providers.SyncProvider a) => SyncGen.SyncOrchestrator.Between(a, a); }",
        };

        Assert.Empty(await AnalyzerRun.OfAsync(GeneratorRun.Of(project with { Files = files }).After));
    }

    [Fact]
    public async Task Project_without_the_library_is_left_alone()
    {
        var compilation = TestProject.Of("").Compile().RemoveAllReferences().AddReferences(TestReferences.Without("SyncGen"));

        Assert.Empty(await AnalyzerRun.OfAsync(compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText("class C { void M() => M(); }"))));
    }

    [Fact]
    public void Rules_of_uses_are_those_of_analyzers()
    {
        var reported = AnalyzerRun.All.SelectMany(a => a.SupportedDiagnostics).Select(d => d.Id).Order(StringComparer.Ordinal);

        Assert.Equal(Rules.All.Select(r => r.Id).Where(id => id.StartsWith("SYNC09", StringComparison.Ordinal)), reported);
    }

    private static async Task<(GeneratorRun Run, IReadOnlyList<Diagnostic> Found)> FindAsync(string code)
    {
        var run = GeneratorRun.Of(ProjectOf(code));
        Assert.Empty(run.Result.Diagnostics);
        Assert.Empty(run.Complaints);
        return (run, await AnalyzerRun.OfAsync(run.After));
    }

    private static TestProject ProjectOf(string code)
    {
        var project = TestProject.Of(Model + "public partial class Program { " + code + " }");
        return project with { Files = new Dictionary<string, string>(project.Files) { ["Service.cs"] = StandIns.Service } };
    }
}
