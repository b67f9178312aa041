using System.Text.RegularExpressions;
using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Code;

/// <summary>What providers share knows none of them, and nothing is compiled by condition.</summary>
internal sealed partial class ProviderNeutralRule : PatternRule
{
    public override string Reason =>
        "A dialect is an object with capability flags: shared code asks the flag, never which provider it has before it, and never by #if. "
        + "Only target frameworks may be told apart by #if.";

    public override IReadOnlyList<RepositoryTree> Counterexamples =>
    [
        RepositoryTree.Of(("src/SyncGen.Relational/A.cs", "if (provider is SqliteProvider) { }")),
        RepositoryTree.Of(("src/SyncGen.Sqlite/A.cs", "#if SQLITE\n#endif")),
    ];

    protected override Regex Pattern => Conditions();

    protected override IEnumerable<TreeFile> Files(RepositoryTree tree) => tree.Sources;

    public override IEnumerable<string> Violations(RepositoryTree tree) => base.Violations(tree).Concat(
        from file in tree.Sources
        where file.IsUnder("src/SyncGen") || file.IsUnder("src/SyncGen.Relational")
        from match in ProviderType().Matches(file.Text)
        select $"{file.At(match.Index)}: {match.Value}");

    [GeneratedRegex(@"^\s*#(el)?if (?!!?NET).*", RegexOptions.Multiline)]
    private static partial Regex Conditions();

    // Prose may name a database: only what looks like one of a provider's types is meant.
    [GeneratedRegex(@"\b(Sqlite|SqlServer|PostgreSql|MySql)[A-Z]\w+")]
    private static partial Regex ProviderType();
}
