using SyncGen.CodeGeneration.Documents.Json;
using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Documents;

/// <summary>Reads an entity of a file.</summary>
internal static class EntityReader
{
    // What every class has from object: a property of that name would hide it.
    private static readonly string[] s_inherited = ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    /// <summary>The entity; null if it is no object.</summary>
    public static EntityDeclaration? Read(JsonMember member, DocumentNames names, FindingList findings)
    {
        CheckName(member, "a class", findings);
        if (DocumentObject.Of(member.Value, $"The entity '{member.Name}'", findings) is not { } entity)
        {
            return null;
        }

        var table = entity.Text("table");
        var schema = entity.Text("schema");
        var formerNames = entity.Texts("formerNames");
        var columns = PropertyReader.ReadAll(member.Name, entity.Objects("properties"), findings);
        var navigations = entity.Objects("references").Select(m => ReferenceReader.Read(member.Name, m, columns, names, findings)).OfType<PropertyDeclaration>();
        entity.Close();
        PropertyDeclaration[] properties = [.. columns, .. navigations];
        CheckMembers(member.Name, properties, findings);
        return new EntityDeclaration(names.ClassOf(member.Name), member.Source)
        {
            TableName = table,
            Schema = schema?.Value,
            FormerNames = formerNames ?? [],
            Properties = properties.ToEquatableArray(),
            Constructors = [new ConstructorDeclaration([], SetsRequiredMembers: false)],
        };
    }

    /// <summary>Finds fault with a name that is no identifier.</summary>
    public static void CheckName(JsonMember member, string what, FindingList findings)
    {
        if (!DocumentNames.IsIdentifier(member.Name))
        {
            findings.Add(DocumentRules.BadName, member.Source, member.Name, what, "use a letter or '_', then letters, digits and '_'");
        }
    }

    private static void CheckMembers(string entity, PropertyDeclaration[] properties, FindingList findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in properties)
        {
            var reason = property.Name == entity ? "its class has that name"
                : s_inherited.Contains(property.Name) ? "every class has a member of that name"
                : !seen.Add(property.Name) ? "its class has another member of that name"
                : null;
            if (reason is not null)
            {
                findings.Add(DocumentRules.BadName, property.Source, property.Name, "a property", reason + "; choose another");
            }
        }
    }
}
