using System.Text;
using SyncGen.CodeGeneration.Documents.Json;
using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Documents;

/// <summary>Reads a scope of a file.</summary>
internal static class ScopeReader
{
    /// <summary>The scope; null if it is no object.</summary>
    public static ScopeDeclaration? Read(JsonMember member, EquatableArray<EntityDeclaration> entities, DocumentNames names, FindingList findings)
    {
        if (DocumentObject.Of(member.Value, $"The scope '{member.Name}'", findings) is not { } scope)
        {
            return null;
        }

        var name = scope.Text("class") ?? new Annotated<string>(ClassName(member.Name), member.Source);
        if (!DocumentNames.IsIdentifier(name.Value))
        {
            findings.Add(DocumentRules.BadName, name.Source, name.Value, "a class", "use a letter or '_', then letters, digits and '_'");
        }

        var conflicts = scope.Choice<TablePolicy>("conflicts");
        var mayHandOn = scope.Flag("mayHandOn");
        var isListed = scope.Has("entities");
        var listed = scope.Objects("entities");
        scope.Close();
        foreach (var entity in listed.Where(m => !names.HasEntity(m.Name)))
        {
            findings.Add(DocumentRules.Unknown, entity.Source, "entity", entity.Name);
        }

        var type = names.ClassOf(name.Value);
        var scopeClass = new ScopeClass(type, "static partial class " + type.Name, []) { IsEmitted = true, Visibility = ClassVisibility.Public };
        return new ScopeDeclaration(scopeClass, new Annotated<string>(member.Name, member.Source), name.Source)
        {
            Conflicts = conflicts ?? TablePolicy.Default,
            MayHandOn = mayHandOn?.Value == true,
            Entries = isListed
                ? listed.Select(m => Entry(names.ClassOf(m.Name), m.Source)).ToEquatableArray()
                : entities.Select(e => Entry(e.Type, member.Source)).ToEquatableArray(),
            Tables = listed.Select(m => Table(m, names, findings)).OfType<TableDeclaration>().ToEquatableArray(),
        };
    }

    private static ScopeEntry Entry(TypeReference type, SourceToken source) => new(type, source, IsEntity: true, IsError: false);

    private static TableDeclaration? Table(JsonMember member, DocumentNames names, FindingList findings)
    {
        if (DocumentObject.Of(member.Value, $"The scope's entity '{member.Name}'", findings) is not { } table)
        {
            return null;
        }

        var declaration = new TableDeclaration(names.ClassOf(member.Name), member.Source)
        {
            Direction = table.Choice<TableDirection>("direction") ?? TableDirection.Both,
            Conflicts = table.Choice<TablePolicy>("conflicts") ?? TablePolicy.Default,
            Only = table.Texts("only"),
            Except = table.Texts("except"),
        };
        table.Close();
        return declaration;
    }

    // "field-work" is the scope of the class FieldWorkScope.
    private static string ClassName(string scope)
    {
        var name = new StringBuilder();
        foreach (var word in scope.Split(['-'], StringSplitOptions.RemoveEmptyEntries))
        {
            name.Append(char.ToUpperInvariant(word[0])).Append(word.Substring(1));
        }

        return name.Append("Scope").ToString();
    }
}
