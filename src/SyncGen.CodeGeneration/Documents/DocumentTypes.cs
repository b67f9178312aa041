using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Documents;

/// <summary>
/// The classes that files declare, as code sees them. A host that reads code before they are emitted cannot resolve their names;
/// here these are resolved, by the rules of the language.
/// </summary>
internal sealed class DocumentTypes(IEnumerable<EntityDeclaration> entities)
{
    private readonly Dictionary<string, TypeReference> _types = entities.ToDictionary(e => e.Type.FullName, e => e.Type, StringComparer.Ordinal);

    /// <summary>The scope with the classes of files in place of names that stand for them.</summary>
    public ScopeDeclaration Resolve(ScopeDeclaration scope) => _types.Count == 0 ? scope : scope with
    {
        Entries = scope.Entries.Select(Resolve).ToEquatableArray(),
        Tables = scope.Tables.Select(Resolve).ToEquatableArray(),
    };

    /// <summary>The entity, whose navigations may lead to classes of files.</summary>
    public EntityDeclaration Resolve(EntityDeclaration entity) => _types.Count == 0 ? entity : entity with
    {
        Properties = entity.Properties.Select(p => p with { Type = Resolve(p.Type) }).ToEquatableArray(),
    };

    private ScopeEntry Resolve(ScopeEntry entry) =>
        Find(entry.Before) is { } type ? entry with { Type = type, IsEntity = true, IsError = false } : entry;

    private TableDeclaration Resolve(TableDeclaration table) => Find(table.Before) is { } type ? table with { Type = type, IsError = false } : table;

    private PropertyType Resolve(PropertyType property) => Find(property.Before) is { } type
        ? property with { FullName = property.IsCollection ? property.FullName : type.FullName, Target = type, IsTargetEntity = true, IsError = false }
        : property;

    // Where two have the name the compiler says so, at the very place.
    private TypeReference? Find(NameLevels names)
    {
        var found = names.Levels.Select(level => level.Where(_types.ContainsKey).Distinct().ToArray()).FirstOrDefault(level => level.Length > 0);
        return found is [var name] ? _types[name] : null;
    }
}
