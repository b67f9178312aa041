using SyncGen.Architecture.Tests.Rules;
using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests;

/// <summary>Every rule holds for this repository, and every rule can fail.</summary>
public sealed class RuleTests
{
    private static readonly IReadOnlyDictionary<string, Rule> s_rules = typeof(Rule).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract)
        .ToDictionary(type => type.Name, type => (Rule)Activator.CreateInstance(type)!);

    public static TheoryData<string> RuleNames => [.. s_rules.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Rule_holds(string rule)
    {
        var violations = s_rules[rule].Violations(RepositoryTree.OnDisk).ToList();

        Assert.True(violations.Count == 0, $"{s_rules[rule].Reason}\n  {string.Join("\n  ", violations)}");
    }

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Rule_notices_its_counterexamples(string rule)
    {
        Assert.NotEmpty(s_rules[rule].Counterexamples);
        Assert.All(s_rules[rule].Counterexamples, example => Assert.NotEmpty(s_rules[rule].Violations(example)));
    }
}
