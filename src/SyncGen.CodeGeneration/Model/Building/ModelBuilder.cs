using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>The hourglass's waist: declarations in, scopes without a fault and findings out.</summary>
internal static class ModelBuilder
{
    public static ModelResult Build(IReadOnlyList<ScopeDeclaration> scopes, IReadOnlyList<EntityDeclaration> entities, HostOptions options)
    {
        var findings = new FindingList();
        var known = new Dictionary<string, EntityModel?>(StringComparer.Ordinal);
        foreach (var entity in entities)
        {
            known[entity.Type.FullName] = EntityModelBuilder.Build(entity, findings);
        }

        var ordered = scopes.OrderBy(s => s.Class.Type.FullName, StringComparer.Ordinal).ToList();
        if (DefaultScope.For(ordered, entities) is { } defaultScope)
        {
            ordered.Add(defaultScope);
        }

        var ambiguous = CheckNames(ordered, findings);
        var models = new List<ScopeModel>();
        foreach (var scope in ordered)
        {
            if (ScopeModelBuilder.Build(scope, known, options, findings) is { } model && !ambiguous.Contains(model.Name))
            {
                models.Add(model);
            }
        }

        return new ModelResult(models.ToEquatableArray(), findings.ToArray());
    }

    // Of two scopes with one name neither is emitted.
    private static HashSet<string> CheckNames(IReadOnlyList<ScopeDeclaration> scopes, FindingList findings)
    {
        var seen = new Dictionary<string, ScopeDeclaration>(StringComparer.OrdinalIgnoreCase);
        var ambiguous = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var scope in scopes)
        {
            if (seen.TryGetValue(scope.Name.Value, out var first))
            {
                // The default scope stands nowhere: then the other one is to blame.
                var source = scope.Name.Source.IsNone ? first.Name.Source : scope.Name.Source;
                findings.Add(DeclarationRules.DuplicateScopeName, source, first.Class.Type.Name, scope.Class.Type.Name, scope.Name.Value);
                ambiguous.Add(scope.Name.Value);
            }
            else
            {
                seen.Add(scope.Name.Value, scope);
            }
        }

        return ambiguous;
    }
}
