using SyncGen.CodeGeneration.Documents.Json;
using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Documents;

/// <summary>Reads a file <c>*.sync.json</c>; the README of the package SyncGen says what it may hold.</summary>
internal static class DocumentReader
{
    /// <summary>Reads a file's text; whatever is wrong with it is among the findings.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The file's path, for the places of findings.</param>
    public static SyncDocument Read(string text, string path)
    {
        var findings = new FindingList();
        try
        {
            var document = Read(JsonParser.Parse(text, path), findings);
            return findings.ErrorCount == 0 ? document : new SyncDocument([], [], findings.ToArray());
        }
        catch (JsonSyntaxException exception)
        {
            findings.Add(DocumentRules.Syntax, exception.Place, exception.Message);
            return new SyncDocument([], [], findings.ToArray());
        }
    }

    private static SyncDocument Read(JsonValue value, FindingList findings)
    {
        if (DocumentObject.Of(value, "The file", findings) is not { } root)
        {
            return new SyncDocument([], [], []);
        }

        root.Text("$schema");
        var space = root.Text("namespace");
        var members = root.Objects("entities");
        if (space is { Value.Length: > 0 } && !DocumentNames.IsNamespace(space.Value))
        {
            findings.Add(DocumentRules.BadName, space.Source, space.Value, "a namespace", "join identifiers by dots, as in Company.Product");
        }

        var names = new DocumentNames(space?.Value ?? "", members.Select(m => m.Name));
        var entities = members.Select(m => EntityReader.Read(m, names, findings)).OfType<EntityDeclaration>().ToEquatableArray();
        var scopes = root.Objects("scopes").Select(m => ScopeReader.Read(m, entities, names, findings)).OfType<ScopeDeclaration>().ToEquatableArray();
        root.Close();
        return new SyncDocument(entities, scopes, []);
    }
}
