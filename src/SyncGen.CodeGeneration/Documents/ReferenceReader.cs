using SyncGen.CodeGeneration.Documents.Json;
using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Documents;

/// <summary>Reads what an entity of a file refers to: a navigation, and the properties that hold the parent's key.</summary>
internal static class ReferenceReader
{
    public static PropertyDeclaration? Read(
        string entity,
        JsonMember member,
        IReadOnlyList<PropertyDeclaration> columns,
        DocumentNames names,
        FindingList findings)
    {
        EntityReader.CheckName(member, "a property", findings);
        var what = $"The reference '{entity}.{member.Name}'";
        if (DocumentObject.Of(member.Value, what, findings) is not { } reference)
        {
            return null;
        }

        var parent = reference.Text("entity");
        var properties = reference.Texts("properties");
        reference.Close();
        foreach (var (name, example) in new[] { ("entity", "\"entity\": \"Customer\""), ("properties", "\"properties\": [ \"CustomerId\" ]") })
        {
            if (!reference.Has(name))
            {
                findings.Add(DocumentRules.Missing, member.Source, what, name, example);
            }
        }

        if (parent is not null && !names.HasEntity(parent.Value))
        {
            findings.Add(DocumentRules.Unknown, parent.Source, "entity", parent.Value);
        }

        foreach (var property in properties ?? [])
        {
            if (!columns.Any(c => c.Name == property.Value))
            {
                findings.Add(DocumentRules.Unknown, property.Source, "property", $"{entity}.{property.Value}");
            }
        }

        return parent is null || properties is null ? null : Navigation(member, names.ClassOf(parent.Value), properties.Value);
    }

    private static PropertyDeclaration Navigation(JsonMember member, TypeReference parent, EquatableArray<Annotated<string>> properties)
    {
        var source = properties.Count == 0 ? member.Source : properties[0].Source;
        return new PropertyDeclaration(
            member.Name,
            new PropertyType(parent.FullName, Nullability.Nullable, IsValueType: false) { Target = parent, IsTargetEntity = true },
            PropertySetter.Accessible,
            new PropertyAnnotations { ForeignKey = new Annotated<string>(string.Join(", ", properties.Select(p => p.Value)), source) },
            member.Source,
            member.Source);
    }
}
