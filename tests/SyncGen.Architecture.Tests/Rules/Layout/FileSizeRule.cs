using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Layout;

/// <summary>Files are short.</summary>
internal sealed class FileSizeRule : Rule
{
    private const int LinesMax = 400;
    private const int LinesNormal = 200;

    /// <summary>Source files above the normal size, each with the reason why it is still one thing.</summary>
    private static readonly IReadOnlyDictionary<string, string> s_long = new Dictionary<string, string>
    {
        ["src/SyncGen.MySql/MySqlStoreConnection.cs"] = "implements the whole contract of a connection, each part a few lines",
        ["src/SyncGen.SqlServer/SqlServerStoreConnection.cs"] = "implements the whole contract of a connection, each part a few lines",
        ["src/SyncGen.PostgreSql/PostgreSqlStoreConnection.cs"] = "implements the whole contract of a connection, each part a few lines",
        ["src/SyncGen.Relational/Leaves/LeafTableOfRow.cs"] = "implements the whole contract of a leaf's table, each part a few lines",
        ["src/SyncGen.Relational/Peers/PeerRows.cs"] = "one decision over a row, from comparison to outcome, is read in one go",
        ["src/SyncGen.Relational/Peers/PeerTableOfRow.cs"] = "implements the whole contract of a peer's table, each part a few lines",
        ["src/SyncGen.Relational/RelationalProvider.cs"] = "what users do with a store, each call documented",
        ["src/SyncGen.Relational/RelationalStore.cs"] = "what all parts of a session share, each thing a line and its summary",
        ["src/SyncGen.Relational/Servers/FieldReader.cs"] = "one method for each column type",
        ["src/SyncGen.Sqlite/SqliteRowReader.cs"] = "one method for each column type",
        ["src/SyncGen.Sqlite/SqliteStoreConnection.cs"] = "implements the whole contract of a connection, each part a few lines",
    };

    public override string Reason =>
        $"A file of 40 to 60 lines is normal. Above {LinesMax} two things live in it: split it. Above {LinesNormal} a file of src is rare "
        + "and named, with its reason, in FileSizeRule; a name that is no longer needed is taken off.";

    public override IReadOnlyList<RepositoryTree> Counterexamples =>
    [
        RepositoryTree.Of(("tests/SyncGen.Tests/A.cs", new string('\n', LinesMax) + "class A;")),
        RepositoryTree.Of(("src/SyncGen/A.cs", new string('\n', LinesNormal) + "class A;")),
    ];

    public override IEnumerable<string> Violations(RepositoryTree tree)
    {
        foreach (var file in tree.WrittenCode)
        {
            var max = file.IsUnder("src") && !s_long.ContainsKey(file.Path) ? LinesNormal : LinesMax;
            if (file.LineCount > max)
            {
                yield return $"{file.Path} has {file.LineCount} lines";
            }
        }

        foreach (var path in s_long.Keys.Where(path => tree.Sources.Any() && !tree.Sources.Any(file => file.Path == path && file.LineCount > LinesNormal)))
        {
            yield return $"FileSizeRule names {path}, which needs no exception";
        }
    }
}
