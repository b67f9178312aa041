using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model;
using SyncGen.Generators.Reporting;
using SyncGen.Generators.Tests.Compiling;
using SyncGen.Testing;

namespace SyncGen.Generators.Tests.Findings;

/// <summary>Every rule has a page, whose example breaks it and whose remedy does not.</summary>
public sealed partial class RulePageTests
{
    /// <summary>What the templates of pages are printed for.</summary>
    private const string Notes =
        """
        [SyncEntity] public class Folder { public Guid Id { get; set; } }
        [SyncEntity] public class Note { public Guid Id { get; set; } public string Text { get; set; } = ""; }
        [SyncScope("notes", typeof(Folder), typeof(Note))] public partial class NoteScope;
        """;

    public static TheoryData<string> Ids => new(Rules.All.Select(r => r.Id));

    [Fact]
    public void Rules_pages_diagnostics_and_release_files_are_the_same_set()
    {
        var rules = Rules.All.Select(r => r.Id).ToArray();

        Assert.Equal(rules, rules.Distinct());
        Assert.Equal(rules, RulePage.Ids);
        Assert.Equal(rules, DiagnosticTranslator.Descriptors.Select(d => d.Id).Order(StringComparer.Ordinal));
        Assert.Equal(Rules.All.Select(r => (r.Id, r.Severity.ToString(), r.Title)).Order(), Released().Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_and_rule_say_the_same(string id)
    {
        var page = RulePage.Read(id);
        var rule = Rules.All.Single(r => r.Id == id);
        var descriptor = DiagnosticTranslator.Descriptors.Single(d => d.Id == id);

        Assert.Equal(rule.Id, page.Id);
        Assert.Equal(rule.Title, page.Title);
        Assert.Equal(rule.Severity == RuleSeverity.Info ? "Information" : rule.Severity.ToString(), page.Severity);
        Assert.Equal(rule.Severity.ToString(), descriptor.DefaultSeverity.ToString());
        Assert.EndsWith($"/rules/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Example_breaks_the_rule_where_it_says(string id)
    {
        var run = GeneratorRun.Of(Project(id, RulePage.Read(id), isRemedied: false));

        var finding = Assert.Single(run.Result.Diagnostics.Concat(await FoundInUsesAsync(run)));
        Assert.Equal(id, finding.Id);
        Assert.Contains("// " + id, MarkedLine(id, run, finding.Location), StringComparison.Ordinal);
        var message = finding.GetMessage(CultureInfo.InvariantCulture);
        Assert.DoesNotMatch(@"\{\d\}|''|global::", message);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Code_is_emitted_unless_there_is_an_error(string id)
    {
        var run = GeneratorRun.Of(Project(id, RulePage.Read(id), isRemedied: false));
        var isError = Rules.All.Single(r => r.Id == id).Severity == RuleSeverity.Error;

        if (RulePage.Read(id).Language == "scriban")
        {
            // A template takes nothing away from what is emitted without it.
            Assert.All(GeneratorRun.Of(TestProject.Of(Notes)).Files, f => Assert.Equal(f.Value, run.Files[f.Key]));
            return;
        }

        // One example has an entity that no scope lists: it gets a scope of its own, and nothing is wrong with that.
        var files = run.Files.Keys.Where(f => id != DeclarationRules.TableNotListed.Id || !f.StartsWith("DefaultScope", StringComparison.Ordinal));
        Assert.Equal(isError, !files.Any());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Remedy_helps(string id)
    {
        var run = GeneratorRun.Of(Project(id, RulePage.Read(id), isRemedied: true));

        Assert.Empty(run.Result.Diagnostics.Concat(await FoundInUsesAsync(run)));
        Assert.Empty(run.Complaints);
        Assert.NotEmpty(run.Files);
        Assert.Equal(RulePage.Read(id).Language == "scriban", run.Files.Values.Any(f => f.Contains("\n// Printed by ", StringComparison.Ordinal)));
    }

    // What analyzers say of code that does not compile, as it does not where nothing was emitted, is of no interest.
    private static async Task<IEnumerable<Diagnostic>> FoundInUsesAsync(GeneratorRun run) => run.Complaints.Any() ? [] : await AnalyzerRun.OfAsync(run.After);

    // Some rules are about the project, not about its code alone.
    private static TestProject Project(string id, RulePage page, bool isRemedied)
    {
        var code = isRemedied ? page.Remedied : page.Example;
        var project = page.Language switch
        {
            "json" => TestProject.OfDocument(code),
            "scriban" => TestProject.Of(Notes) with { Documents = new Dictionary<string, string> { ["Model.sync.scriban"] = Mark().Replace(code, "") } },
            _ => TestProject.Of(code),
        };
        return id switch
        {
            _ when id == DatabaseRules.NoProvider.Id => project with { Databases = isRemedied ? Databases.Sqlite : Databases.None },
            _ when id == DatabaseRules.PostgreSqlName.Id => project with { Databases = Databases.PostgreSql },
            _ when id == DatabaseRules.SqlServerName.Id => project with { Databases = Databases.SqlServer },
            _ when id == UseRules.OpenService.Id || id == UseRules.HooksOutsideScope.Id => project with { Files = new Dictionary<string, string>(project.Files) { ["Service.cs"] = StandIns.Service } },
            _ when id == OptionRules.LanguageVersion.Id && !isRemedied => project with { LanguageVersion = LanguageVersion.CSharp11 },
            _ => project,
        };
    }

    // A template has no comments everywhere, so that its marks are taken out before it is printed.
    private static string MarkedLine(string id, GeneratorRun run, Location location) => RulePage.Read(id) is { Language: "scriban" } page
        ? page.Example.Split('\n')[location.GetLineSpan().StartLinePosition.Line]
        : run.LineAt(location);

    [GeneratedRegex(@" *// SYNC\d{4}")]
    private static partial Regex Mark();

    private static IEnumerable<(string Id, string Severity, string Title)> Released() =>
        new[] { "Shipped", "Unshipped" }
            .SelectMany(n => File.ReadAllLines(Path.Combine(RepositoryFolder.Path, "src", "SyncGen.Generators", $"AnalyzerReleases.{n}.md")))
            .Where(l => l.StartsWith("SYNC", StringComparison.Ordinal))
            .Select(l => l.Split('|'))
            .Select(c => (c[0].Trim(), c[2].Trim(), c[3].Split('[', ']')[1]));
}
