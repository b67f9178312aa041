using SyncGen.Testing;
using Xunit.Abstractions;

namespace SyncGen.Model.Tests;

/// <summary>
/// The rules that the runtime implements, run as a program: random histories hold with them, and each rule that was
/// found wrong breaks the history that is recorded for it. SYNCGEN_MODEL_HISTORIES says how many, SYNCGEN_SEED the first seed.
/// </summary>
public sealed class ModelTests(ITestOutputHelper output)
{
    private const string HistoriesInCi = "3000";

    public static TheoryData<string, string, string> Broken
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var (rule, seed, failure) in BrokenRule.All)
            {
                data.Add(rule, seed, failure);
            }

            return data;
        }
    }

    [RequiresFact(Requirement.Python)]
    public async Task Random_histories_hold()
    {
        var (exitCode, text) = await ModelProgram.RunAsync(
            VariableOr("SYNCGEN_MODEL_HISTORIES", HistoriesInCi), VariableOr("SYNCGEN_SEED", "0"));

        output.WriteLine(text);
        Assert.True(exitCode == 0, text);
    }

    [RequiresTheory(Requirement.Python)]
    [MemberData(nameof(Broken))]
    public async Task An_original_rule_breaks_where_the_mended_one_holds(string rule, string seed, string failure)
    {
        var (originalCode, original) = await ModelProgram.RunAsync("1", seed, "--original", rule);
        var (mendedCode, mended) = await ModelProgram.RunAsync("1", seed);

        Assert.True(originalCode == 1, original);
        Assert.StartsWith($"seed {seed}: {failure}", original, StringComparison.Ordinal);
        Assert.True(mendedCode == 0, mended);
    }

    [RequiresFact(Requirement.Python)]
    public async Task Every_mended_rule_has_a_history_that_shows_why()
    {
        var (exitCode, rules) = await ModelProgram.RunAsync("--rules");

        Assert.True(exitCode == 0, rules);
        var names = rules.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':')[0]);
        Assert.Equal(names.Order(StringComparer.Ordinal), BrokenRule.All.Select(broken => broken.Rule).Order(StringComparer.Ordinal));
    }

    private static string VariableOr(string variable, string otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : otherwise;
}
