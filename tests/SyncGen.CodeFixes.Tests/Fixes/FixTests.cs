using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using SyncGen.CodeFixes.Tests.Running;

namespace SyncGen.CodeFixes.Tests.Fixes;

/// <summary>A fix makes exactly the change that was approved: the finding is gone, nothing new appears, and no comment is lost.</summary>
public sealed class FixTests
{
    public static TheoryData<string> Cases => [.. FixCase.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Fix_makes_the_change_and_no_other(string name)
    {
        var test = new FixCase(name);
        var project = FixProject.Of(test.Project);
        var (found, complaints) = await project.FindAsync();
        var finding = found.First(d => d.Id == test.Id);

        var changed = await project.ApplyAsync(Assert.Single(await project.OfferedAsync(finding)));

        var after = await changed.FindAsync();
        Assert.Equal(found.Count(d => d.Id == test.Id) - 1, after.Found.Count(d => d.Id == test.Id));
        Assert.Empty(after.Found.Select(Describe).Except(found.Select(Describe)));
        Assert.Empty(after.Complaints.Select(Describe).Except(complaints.Select(Describe)));
        test.CheckFixed(await changed.TextAsync());
        await CheckAllAsync(test);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Comments_stay(string name)
    {
        var project = FixProject.Of(new FixCase(name).Project);
        var finding = (await project.FindAsync()).Found.First(d => d.Id == new FixCase(name).Id);

        var changed = await project.ApplyAsync((await project.OfferedAsync(finding))[0]);

        Assert.Equal(Comments(await project.TextAsync()), Comments(await changed.TextAsync()));
        Assert.NotEmpty(Comments(await project.TextAsync()));
    }

    [Fact]
    public void Every_file_belongs_to_a_case() => Assert.Empty(FixCase.Orphans);

    [Fact]
    public void Every_fix_has_a_case() =>
        Assert.Equal(
            FixProject.Providers.SelectMany(p => p.FixableDiagnosticIds).Order(StringComparer.Ordinal),
            FixCase.Names.Select(n => new FixCase(n).Id).Distinct().Order(StringComparer.Ordinal));

    private static async Task CheckAllAsync(FixCase test)
    {
        foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution })
        {
            var changed = await FixProject.Of(test.Project).ApplyAllAsync(test.Id, scope);

            var (found, complaints) = await changed.FindAsync();
            Assert.DoesNotContain(found, d => d.Id == test.Id);
            Assert.DoesNotContain(complaints, d => d.Severity == DiagnosticSeverity.Error);
            test.CheckAllFixed(await changed.TextAsync());
        }
    }

    private static string Describe(Diagnostic diagnostic) => $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";

    private static IEnumerable<string> Comments(string text) =>
        CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTrivia()
            .Where(t => t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia)
            .Select(t => t.ToString().Trim());
}
