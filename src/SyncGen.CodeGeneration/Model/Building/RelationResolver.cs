using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>Finds the foreign keys between the entities of a scope, by what they say and by names.</summary>
internal static class RelationResolver
{
    public static IReadOnlyList<ResolvedRelation> Resolve(ScopeDeclaration scope, IReadOnlyList<EntityModel> entities, FindingList findings)
    {
        var byType = entities.ToDictionary(e => e.Type.FullName, StringComparer.Ordinal);
        var relations = new List<ResolvedRelation>();
        foreach (var entity in entities)
        {
            foreach (var key in entity.ForeignKeys)
            {
                if (byType.TryGetValue(key.Parent.FullName, out var parent))
                {
                    Add(relations, Relate(entity, parent, key, findings));
                }
                else if (ForeignKeyConvention.HasProperties(entity, key))
                {
                    var source = SourceOf(scope, entity, key);
                    findings.Add(RelationRules.ParentOutsideScope, source, scope.Name.Value, entity.Type.Name, key.Parent.Name);
                }
            }
        }

        foreach (var parent in entities)
        {
            foreach (var child in parent.Children.Where(c => byType.ContainsKey(c.Child.FullName)))
            {
                AddOfCollection(relations, byType[child.Child.FullName], parent, child, findings);
            }
        }

        return relations;
    }

    private static void AddOfCollection(
        List<ResolvedRelation> relations,
        EntityModel child,
        EntityModel parent,
        ChildModel collection,
        FindingList findings)
    {
        if (collection.Properties.Count > 0)
        {
            foreach (var name in collection.Properties.Where(p => !child.Columns.Any(c => c.Property == p)))
            {
                findings.Add(RelationRules.UnknownForeignKey, collection.Source, parent.Type.Name, child.Type.Name, name);
            }

            Add(relations, Relate(child, parent, new ForeignKeyModel(parent.Type, collection.Properties, null, collection.Source), findings));
        }
        else if (!relations.Any(r => r.Child == child && r.Parent == parent)
            && ForeignKeyConvention.FindByParentName(child, parent) is { } columns)
        {
            Add(relations, new ResolvedRelation(child, parent, columns));
        }
    }

    private static void Add(List<ResolvedRelation> relations, ResolvedRelation? relation)
    {
        if (relation is not null && !relations.Contains(relation))
        {
            relations.Add(relation);
        }
    }

    private static ResolvedRelation? Relate(EntityModel child, EntityModel parent, ForeignKeyModel key, FindingList findings)
    {
        if (key.Navigation is not null)
        {
            var found = ForeignKeyConvention.FindByNavigation(child, parent, key.Navigation);
            return found is { } columns && Matches(columns, parent) ? new ResolvedRelation(child, parent, columns) : null;
        }

        var named = key.Properties.Select(p => child.Columns.FirstOrDefault(c => c.Property == p)).OfType<ColumnModel>().ToEquatableArray();
        if (named.Count < key.Properties.Count)
        {
            return null;
        }

        if (!Matches(named, parent))
        {
            findings.Add(
                RelationRules.ForeignKeyShape,
                key.Source.IsNone ? child.Source : key.Source,
                child.Type.Name,
                parent.Type.Name,
                Describe(named),
                Describe(parent.Columns.Take(parent.KeyLength)));
            return null;
        }

        return new ResolvedRelation(child, parent, named);
    }

    private static bool Matches(EquatableArray<ColumnModel> columns, EntityModel parent) =>
        columns.Count == parent.KeyLength && columns.Zip(parent.Columns, (c, k) => c.Stored == k.Stored).All(same => same);

    private static string Describe(IEnumerable<ColumnModel> columns) => string.Join(", ", columns.Select(c => $"{c.Stored} {c.Property}"));

    private static SourceToken SourceOf(ScopeDeclaration scope, EntityModel entity, ForeignKeyModel key)
    {
        var entry = scope.Entries.First(e => e.Type.FullName == entity.Type.FullName);
        return scope.Source.IsNone && !key.Source.IsNone ? key.Source : entry.Source;
    }
}
