using System.Text.RegularExpressions;
using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Code;

/// <summary>Time, ids and randomness are injected. In src an analyzer holds it; here are templates, and the places that switch the analyzer off.</summary>
internal sealed partial class InjectedRule : PatternRule
{
    /// <summary>The one place that may take the real thing.</summary>
    private const string Environment = "src/SyncGen/SyncEnvironment.cs";

    public override string Reason =>
        "Time, ids and randomness come from SyncEnvironment, so that a test can replay a history: "
        + $"only {Environment} may ask the system, and only there may the banned-API analyzer be switched off.";

    public override IReadOnlyList<RepositoryTree> Counterexamples =>
    [
        RepositoryTree.Of(("src/SyncGen/A.cs", "var now = DateTime.UtcNow;")),
        RepositoryTree.Of(("templates/csharp/a.sbn-cs", "var id = global::System.Guid.NewGuid();")),
        RepositoryTree.Of(("src/SyncGen/A.cs", "#pragma warning disable RS0030")),
    ];

    protected override Regex Pattern => SystemCalls();

    protected override IEnumerable<TreeFile> Files(RepositoryTree tree) =>
        tree.Sources.Where(file => file.Path != Environment).Concat(tree.Templates);

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b|\bGuid\.(NewGuid|CreateVersion7)\b|\bRandom\.Shared\b|\bnew Random\(\)|\bTimeProvider\.System\b|\bRS0030\b")]
    private static partial Regex SystemCalls();
}
