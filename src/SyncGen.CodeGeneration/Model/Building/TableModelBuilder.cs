using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>Makes a scope's table of an entity: its part of the columns, its relations among them, direction and policy.</summary>
internal static class TableModelBuilder
{
    public static TableModel Build(
        ScopeDeclaration scope,
        EntityModel entity,
        int ordinal,
        string codec,
        IReadOnlyList<ResolvedRelation> relations,
        TableOrder order,
        FindingList findings)
    {
        var settings = scope.Tables.FirstOrDefault(t => t.Type.FullName == entity.Type.FullName);
        var columns = ColumnSubset.Of(scope, entity, settings, findings);
        return new TableModel(entity.Type, codec, entity.TableName, ordinal)
        {
            Schema = entity.Schema,
            FormerNames = entity.FormerNames.Select(name => name.Value).ToEquatableArray(),
            Columns = columns,
            KeyLength = entity.KeyLength,
            OtherColumns = entity.Columns.Where(c => !columns.Contains(c)).ToEquatableArray(),
            Relations = relations
                .Where(r => ReferenceEquals(r.Child, entity) && r.Columns.All(columns.Contains))
                .Select(r => Relation(r, columns, order))
                .ToEquatableArray(),
            Direction = settings?.Direction ?? TableDirection.Both,
            Conflicts = First(settings?.Conflicts ?? TablePolicy.Default, scope.Conflicts, TablePolicy.LatestWins),
            Properties = entity.Columns.Select(c => c.Property).ToEquatableArray(),
            IsReferenced = entity.IsReferenced,
            Construction = entity.Construction,
        };
    }

    private static RelationModel Relation(ResolvedRelation relation, EquatableArray<ColumnModel> columns, TableOrder order) => new(
        relation.Parent.TableName,
        relation.Parent.Columns.Take(relation.Parent.KeyLength).Select(c => c.Name).ToEquatableArray(),
        relation.Columns.Select(c => columns.ToList().IndexOf(c)).ToEquatableArray(),
        order.IsInCycle(relation))
    {
        ParentSchema = relation.Parent.Schema,
    };

    private static TablePolicy First(params TablePolicy[] policies) => policies.First(p => p != TablePolicy.Default);
}
