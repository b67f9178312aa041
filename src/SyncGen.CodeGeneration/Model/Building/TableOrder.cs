namespace SyncGen.CodeGeneration.Model.Building;

/// <summary>
/// The order of a scope's tables: parents before children, and where several could come next, by name. Tables in a
/// cycle count as one for those outside it, and stand by name among themselves.
/// </summary>
internal sealed class TableOrder
{
    private readonly Dictionary<string, HashSet<string>> _ancestors;

    private TableOrder(Dictionary<string, HashSet<string>> ancestors, IReadOnlyList<EntityModel> tables)
    {
        _ancestors = ancestors;
        Tables = tables;
    }

    public IReadOnlyList<EntityModel> Tables { get; }

    public static TableOrder Of(IReadOnlyList<EntityModel> entities, IReadOnlyList<ResolvedRelation> relations)
    {
        var parents = relations.ToLookup(r => IdOf(r.Child), r => IdOf(r.Parent), StringComparer.Ordinal);
        var ancestors = entities.Select(IdOf).ToDictionary(e => e, e => AncestorsOf(e, parents), StringComparer.Ordinal);
        var left = entities.OrderBy(e => e.TableName, StringComparer.Ordinal).ToList();
        var placed = new List<EntityModel>();
        var placedIds = new HashSet<string>(StringComparer.Ordinal);
        while (left.Count > 0)
        {
            var next = left.First(e => ancestors[IdOf(e)].All(a => placedIds.Contains(a) || ancestors[a].Contains(IdOf(e))));
            left.Remove(next);
            placed.Add(next);
            placedIds.Add(IdOf(next));
        }

        return new TableOrder(ancestors, placed);
    }

    /// <summary>Whether following foreign keys from the parent leads back to the child.</summary>
    public bool IsInCycle(ResolvedRelation relation) =>
        ReferenceEquals(relation.Child, relation.Parent) || _ancestors[IdOf(relation.Parent)].Contains(IdOf(relation.Child));

    private static string IdOf(EntityModel entity) => entity.Type.FullName;

    private static HashSet<string> AncestorsOf(string entity, ILookup<string, string> parents)
    {
        var ancestors = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(parents[entity]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (next != entity && ancestors.Add(next))
            {
                foreach (var parent in parents[next])
                {
                    open.Push(parent);
                }
            }
        }

        return ancestors;
    }
}
