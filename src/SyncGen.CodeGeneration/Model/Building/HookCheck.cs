using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>Finds methods that were meant to implement a conflict hook, and collide with it.</summary>
internal static class HookCheck
{
    public static void Run(ScopeDeclaration scope, IReadOnlyList<EntityModel> entities, FindingList findings)
    {
        foreach (var entity in entities)
        {
            var hook = "On" + entity.Type.UnescapedName + "Conflict";
            string[] parameters =
            [
                $"global::SyncGen.Conflicts.Conflict<{entity.Type.FullName}>",
                $"global::SyncGen.Conflicts.ConflictResolution<{entity.Type.FullName}>",
            ];
            foreach (var member in scope.Members.Where(m => m.Name == hook && !m.IsPartial))
            {
                if (!member.IsMethod || member.ParameterTypes.SequenceEqual(parameters))
                {
                    findings.Add(ConflictRules.HookNotPartial, member.Source, scope.Class.Type.Name, hook);
                }
            }
        }
    }
}
