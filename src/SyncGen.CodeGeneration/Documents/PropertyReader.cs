using SyncGen.CodeGeneration.Documents.Json;
using SyncGen.CodeGeneration.Emission.CSharp;
using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Documents;

/// <summary>Reads the properties of an entity that are columns.</summary>
internal static class PropertyReader
{
    public static IReadOnlyList<PropertyDeclaration> ReadAll(string entity, IReadOnlyList<JsonMember> members, FindingList findings)
    {
        var properties = members.Select(m => Read(entity, m, findings)).OfType<PropertyDeclaration>().ToArray();
        var keys = properties.Where(p => p.Annotations.Key is not null).ToArray();
        if (keys.Any(k => k.Annotations.ColumnOrder is not null))
        {
            foreach (var key in keys.Where(k => k.Annotations.ColumnOrder is null))
            {
                findings.Add(DocumentRules.Missing, key.Source, $"The key property '{entity}.{key.Name}'", "keyOrder", "\"keyOrder\": 1, since another one has it");
            }
        }

        // Several key properties have their order in the class, too; the one of a single key would say nothing.
        return keys.Length < 2 ? properties : [.. properties.Select(p => p.Annotations.Key is null ? p : Ordered(p, Array.IndexOf(keys, p)))];
    }

    private static PropertyDeclaration Ordered(PropertyDeclaration property, int place) =>
        property with { Annotations = property.Annotations with { ColumnOrder = property.Annotations.ColumnOrder ?? place } };

    private static PropertyDeclaration? Read(string entity, JsonMember member, FindingList findings)
    {
        EntityReader.CheckName(member, "a property", findings);
        var what = $"The property '{entity}.{member.Name}'";
        if (DocumentObject.Of(member.Value, what, findings) is not { } property)
        {
            return null;
        }

        if (!property.Has("type"))
        {
            findings.Add(DocumentRules.Missing, member.Source, what, "type", "\"type\": \"String\"");
        }

        var typeSource = member.Value.Members.FirstOrDefault(m => m.Name == "type")?.Value.Source ?? member.Source;
        var type = property.Choice<StoredType>("type");
        var isNullable = property.Flag("nullable")?.Value == true;
        var filter = property.Text("filter");
        var annotations = new PropertyAnnotations
        {
            ColumnName = property.Text("column"),
            Key = property.Flag("key") is { Value: true } key ? key.Source : null,
            ColumnOrder = property.Number("keyOrder", least: 0),
            MaxLength = property.Number("maxLength", least: 1),
            ColumnType = property.Text("storeType")?.Value,
            Computed = property.Flag("computed") is { Value: true } computed ? computed.Source : null,
            FilterParameter = filter,
            FilterAnyOf = property.Text("filterAnyOf")?.Value,
            IsFilterList = property.Flag("filterList")?.Value == true,
            FormerNames = property.Texts("formerNames") ?? [],
        };
        property.Close();
        if (filter is null && (annotations.FilterAnyOf is not null || annotations.IsFilterList))
        {
            findings.Add(DocumentRules.Missing, member.Source, what, "filter", "\"filter\": \"owner\"");
        }

        return type is { } stored
            ? new PropertyDeclaration(member.Name, TypeOf(stored, isNullable), PropertySetter.Accessible, annotations, member.Source, typeSource)
            : null;
    }

    private static PropertyType TypeOf(StoredType type, bool isNullable) =>
        new(CSharpTypes.NameOf(type), isNullable ? Nullability.Nullable : Nullability.NotNull, type is not (StoredType.String or StoredType.Binary)) { Stored = type };
}
