using System.Globalization;
using SyncGen.CodeGeneration.Emission.CSharp;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Documents;

/// <summary>The names of a file's classes.</summary>
internal sealed class DocumentNames(string space, IEnumerable<string> entities)
{
    private readonly HashSet<string> _entities = new(entities, StringComparer.Ordinal);
    private readonly string _space = string.Join(".", space.Split('.').Select(CSharpIdentifier.Escape));

    public bool HasEntity(string name) => _entities.Contains(name);

    /// <summary>The class of that name.</summary>
    public TypeReference ClassOf(string name)
    {
        var escaped = CSharpIdentifier.Escape(name);
        return new TypeReference(_space.Length == 0 ? "global::" + escaped : $"global::{_space}.{escaped}", escaped, _space);
    }

    public static bool IsNamespace(string text) => text.Split('.').All(IsIdentifier);

    /// <summary>Whether the text is an identifier of C#, a keyword or not.</summary>
    public static bool IsIdentifier(string text) => text.Length > 0 && IsStart(text[0]) && text.All(IsPart);

    private static bool IsStart(char c) => c == '_' || char.IsLetter(c);

    private static bool IsPart(char c) => c == '_' || char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;
}
