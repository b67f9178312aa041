using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Templates.Views;

/// <summary>The foreign keys of all scopes, by the entities on their sides; one that several scopes have counts once.</summary>
internal sealed class TemplateRelations
{
    private readonly ILookup<string, TemplateRelation> _parents;
    private readonly ILookup<string, TemplateRelation> _children;

    public TemplateRelations(IEnumerable<ScopeModel> scopes)
    {
        var relations = scopes.SelectMany(Of).ToArray();
        _parents = relations.ToLookup(
            r => r.Child.Row.FullName, r => Relation(r.Parent.Row, Columns(r.Child, r.Key), KeyOf(r.Parent), IsRequired(r.Child, r.Key)), StringComparer.Ordinal);
        _children = relations.ToLookup(
            r => r.Parent.Row.FullName, r => Relation(r.Child.Row, KeyOf(r.Parent), Columns(r.Child, r.Key), IsRequired(r.Child, r.Key)), StringComparer.Ordinal);
    }

    /// <summary>The entities that an entity's rows refer to.</summary>
    public EquatableArray<TemplateRelation> ParentsOf(TypeReference entity) => _parents[entity.FullName].Distinct().ToEquatableArray();

    /// <summary>The entities whose rows refer to an entity's.</summary>
    public EquatableArray<TemplateRelation> ChildrenOf(TypeReference entity) => _children[entity.FullName].Distinct().ToEquatableArray();

    // Names of tables are unique within a scope.
    private static IEnumerable<(TableModel Child, RelationModel Key, TableModel Parent)> Of(ScopeModel scope)
    {
        var tables = scope.Tables.ToDictionary(t => t.Name, StringComparer.Ordinal);
        return scope.Tables.SelectMany(child => child.Relations.Select(key => (child, key, tables[key.ParentTable])));
    }

    private static TemplateRelation Relation(TypeReference other, EquatableArray<string> own, EquatableArray<string> others, bool isRequired) =>
        new(other.UnescapedName, TemplateNames.FullName(other), other.FullName, own, others, isRequired);

    private static EquatableArray<string> Columns(TableModel child, RelationModel key) => key.Columns.Select(c => child.Columns[c].Property).ToEquatableArray();

    private static EquatableArray<string> KeyOf(TableModel parent) => parent.Columns.Take(parent.KeyLength).Select(c => c.Property).ToEquatableArray();

    private static bool IsRequired(TableModel child, RelationModel key) => key.Columns.All(c => !child.Columns[c].IsNullable);
}
