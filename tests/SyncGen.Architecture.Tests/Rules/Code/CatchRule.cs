using Microsoft.CodeAnalysis.CSharp.Syntax;
using SyncGen.Architecture.Tests.Tree;

namespace SyncGen.Architecture.Tests.Rules.Code;

/// <summary>No catch hides.</summary>
internal sealed class CatchRule : Rule
{
    /// <summary>Files whose broad catch neither throws nor filters, each with the reason.</summary>
    private static readonly IReadOnlyDictionary<string, string> s_broad = new Dictionary<string, string>
    {
    };

    public override string Reason =>
        "A catch without statements, or one of every exception that does not throw again, hides defects from those who could mend them. "
        + "Catch the type that you expect, filter with `when`, throw again, or name the place and its reason in CatchRule.";

    public override IReadOnlyList<RepositoryTree> Counterexamples =>
    [
        Body("try { } catch (System.IO.IOException) { }"),
        Body("try { } catch (System.Exception e) { Log(e); }"),
        Body("try { } catch { Log(); }"),
    ];

    public override IEnumerable<string> Violations(RepositoryTree tree)
    {
        foreach (var file in tree.WrittenCode)
        {
            foreach (var clause in file.Syntax.DescendantNodes().OfType<CatchClauseSyntax>())
            {
                if (clause.Block.Statements.Count == 0)
                {
                    yield return $"{file.At(clause.SpanStart)}: does nothing";
                }
                else if (file.IsUnder("src") && CatchesAll(clause) && !s_broad.ContainsKey(file.Path))
                {
                    yield return $"{file.At(clause.SpanStart)}: catches everything and does not throw";
                }
            }
        }

        foreach (var path in s_broad.Keys.Where(path => tree.Sources.Any() && !tree.Contains(path)))
        {
            yield return $"CatchRule names {path}, which does not exist";
        }
    }

    private static bool CatchesAll(CatchClauseSyntax clause)
    {
        var type = clause.Declaration?.Type.ToString();
        return type is null or "Exception" or "System.Exception" or "global::System.Exception"
            && clause.Filter is null
            && !clause.Block.DescendantNodes().Any(node => node is ThrowStatementSyntax or ThrowExpressionSyntax);
    }

    private static RepositoryTree Body(string statement) =>
        RepositoryTree.Of(("src/SyncGen/A.cs", $"class A {{ void B() {{ {statement} }} }}"));
}
