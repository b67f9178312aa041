using SyncGen.CodeFixes.Tests.Running;
using SyncGen.CodeGeneration.Findings;
using SyncGen.Generators.Tests.Compiling;
using SyncGen.Generators.Tests.Findings;

namespace SyncGen.CodeFixes.Tests.Fixes;

/// <summary>The page of each rule says whether there is a fix, and what is offered for its example is so.</summary>
public sealed class RuleFixTests
{
    public static TheoryData<string> Ids => [.. Rules.All.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_says_whether_there_is_a_fix(string id)
    {
        var hasFix = FixProject.Providers.Any(p => p.FixableDiagnosticIds.Contains(id));

        Assert.Equal(hasFix, !RulePage.Read(id).Fix.StartsWith("None:", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_rule_has_one_fix_at_the_most_and_each_fix_a_rule()
    {
        var fixable = FixProject.Providers.SelectMany(p => p.FixableDiagnosticIds).ToArray();

        Assert.Equal(fixable.Distinct(), fixable);
        Assert.Empty(fixable.Except(Rules.All.Select(r => r.Id)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task What_is_offered_for_the_example_of_a_page_puts_it_right(string id)
    {
        var page = RulePage.Read(id);
        if (page.Language == "json")
        {
            // A fix changes code alone.
            Assert.StartsWith("None:", page.Fix, StringComparison.Ordinal);
            return;
        }

        var code = TestProject.Of(page.Example);
        var project = FixProject.Of(code with { Files = new Dictionary<string, string>(code.Files) { ["Service.cs"] = StandIns.Service } });
        var (found, complaints) = await project.FindAsync();
        foreach (var action in (await Task.WhenAll(found.Select(project.OfferedAsync))).SelectMany(a => a))
        {
            var after = await (await project.ApplyAsync(action)).FindAsync();

            Assert.Empty(after.Found);
            Assert.True(after.Complaints.Count <= complaints.Count);
        }
    }
}
