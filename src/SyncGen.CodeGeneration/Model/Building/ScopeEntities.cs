using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>Finds the models of the entities that a scope lists.</summary>
internal static class ScopeEntities
{
    /// <summary>The models; null if one is missing. What is wrong with an entity of this project is among the findings already.</summary>
    public static IReadOnlyList<EntityModel>? Resolve(
        ScopeDeclaration scope,
        IReadOnlyDictionary<string, EntityModel?> known,
        FindingList findings)
    {
        var entities = new List<EntityModel>();
        var isComplete = true;
        foreach (var entry in scope.Entries)
        {
            if (!entry.IsEntity && !entry.IsError)
            {
                findings.Add(DeclarationRules.EntityNotMarked, entry.Source, scope.Name.Value, entry.Type.Name);
            }

            var entity = known.TryGetValue(entry.Type.FullName, out var own) ? own : Referenced(scope, entry, findings);
            if (entity is null)
            {
                isComplete = false;
            }
            else
            {
                entities.Add(entity);
            }
        }

        return isComplete ? entities : null;
    }

    // What is wrong with a class of another assembly can only be shown where the scope lists it.
    private static EntityModel? Referenced(ScopeDeclaration scope, ScopeEntry entry, FindingList findings)
    {
        var declaration = scope.ReferencedEntities.FirstOrDefault(e => e.Type.FullName == entry.Type.FullName);
        if (declaration is null)
        {
            return null;
        }

        var inside = new FindingList();
        var model = EntityModelBuilder.Build(declaration, inside);
        foreach (var finding in inside.ToArray())
        {
            findings.Add(finding.Rule, entry.Source, [.. finding.Arguments]);
        }

        return model is null ? null : model with { Source = entry.Source, TableSource = entry.Source, IsReferenced = true };
    }
}
