using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>What can be wrong about a scope by itself.</summary>
internal static class ScopeCheck
{
    public static void Run(ScopeDeclaration scope, FindingList findings)
    {
        CheckShape(scope, findings);
        if (!ParameterName.IsValidForScope(scope.Name.Value))
        {
            findings.Add(DeclarationRules.ScopeName, scope.Name.Source, scope.Name.Value);
        }

        if (scope.Entries.Count == 0)
        {
            findings.Add(DeclarationRules.EmptyScope, scope.Source, scope.Name.Value);
        }

        var listed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in scope.Entries.Where(e => !listed.Add(e.Type.FullName)))
        {
            findings.Add(DeclarationRules.EntityListedTwice, entry.Source, scope.Name.Value, entry.Type.Name);
        }

        CheckTables(scope, listed, findings);
        CheckMembers(scope, findings);
    }

    private static void CheckShape(ScopeDeclaration scope, FindingList findings)
    {
        if (scope.Shape.HasFlag(ScopeShape.Generic) || scope.Shape.HasFlag(ScopeShape.FileLocal))
        {
            findings.Add(DeclarationRules.ScopeGeneric, scope.Source, scope.Class.Type.Name);
        }
        else if (scope.Shape.HasFlag(ScopeShape.NotPartial) || scope.Shape.HasFlag(ScopeShape.ContainerNotPartial))
        {
            var culprit = scope.Shape.HasFlag(ScopeShape.NotPartial) ? scope.Class.Type.Name : "the types around it";
            findings.Add(DeclarationRules.ScopeNotPartial, scope.Source, scope.Class.Type.Name, culprit);
        }
    }

    private static void CheckTables(ScopeDeclaration scope, HashSet<string> listed, FindingList findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in scope.Tables.Where(t => !t.IsError))
        {
            if (!listed.Contains(table.Type.FullName))
            {
                findings.Add(DeclarationRules.TableNotListed, table.Source, scope.Name.Value, table.Type.Name);
            }
            else if (!seen.Add(table.Type.FullName))
            {
                findings.Add(DeclarationRules.TableTwice, table.Source, scope.Name.Value, table.Type.Name);
            }
        }
    }

    private static void CheckMembers(ScopeDeclaration scope, FindingList findings)
    {
        if (GeneratedMembers.Names.Contains(scope.Class.Type.UnescapedName))
        {
            findings.Add(DeclarationRules.MemberCollision, scope.Source, scope.Class.Type.Name, scope.Class.Type.Name);
        }

        foreach (var member in scope.Members.Where(GeneratedMembers.CollideWith))
        {
            findings.Add(DeclarationRules.MemberCollision, member.Source, scope.Class.Type.Name, member.Name);
        }
    }
}
