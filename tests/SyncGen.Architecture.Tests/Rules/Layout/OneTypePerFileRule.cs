using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Layout;

/// <summary>One type per file, named as the type; of a generic type also with its parameters: SyncTable&lt;TRow&gt; in SyncTableOfRow.cs.</summary>
internal sealed class OneTypePerFileRule : Rule
{
    public override string Reason =>
        "One top-level type per file, named as the type, so that a file's name is enough to find it. A generic type may add its "
        + "parameters: SyncTable<TRow> lies in SyncTable.cs or SyncTableOfRow.cs, Pair<TKey, TValue> in PairOfKeyAndValue.cs, Box<T> in BoxOfT.cs.";

    public override IReadOnlyList<RepositoryTree> Counterexamples =>
    [
        RepositoryTree.Of(("src/SyncGen/A.cs", "namespace SyncGen; class A; enum B { X }")),
        RepositoryTree.Of(("src/SyncGen/A.cs", "namespace SyncGen; class C;")),
        RepositoryTree.Of(("src/SyncGen/TableOfKey.cs", "namespace SyncGen; class Table<TRow>;")),
        RepositoryTree.Of(("src/SyncGen/A.Part.cs", "namespace SyncGen; partial class A;")),
    ];

    public override IEnumerable<string> Violations(RepositoryTree tree)
    {
        foreach (var file in tree.WrittenCode)
        {
            var types = TopLevelTypes.Of(file).ToList();
            var name = file.Name[..^".cs".Length];
            if (types.Count > 1)
            {
                yield return $"{file.Path} declares {string.Join(", ", types.Select(TopLevelTypes.NameOf))}";
            }
            else if (types.Count == 1 && !FileNames(types[0]).Contains(name))
            {
                yield return $"{file.Path} declares {TopLevelTypes.NameOf(types[0])}: name the file {string.Join(".cs or ", FileNames(types[0]))}.cs";
            }
        }
    }

    private static IReadOnlyList<string> FileNames(MemberDeclarationSyntax type)
    {
        var name = TopLevelTypes.NameOf(type);
        var parameters = TopLevelTypes.TypeParametersOf(type);
        var words = parameters.Select(parameter => parameter.Length > 1 && parameter[0] == 'T' ? parameter[1..] : parameter);
        return parameters.Count == 0 ? [name] : [name, $"{name}Of{string.Join("And", words)}"];
    }
}
