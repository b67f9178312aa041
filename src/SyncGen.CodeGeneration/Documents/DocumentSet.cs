using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Documents;

/// <summary>All files of a project, put together with what its code declares.</summary>
/// <param name="Entities">The entities of all files whose classes can stand beside each other: their classes are emitted.</param>
/// <param name="Scopes">The scopes of all files.</param>
/// <param name="Findings">What is wrong with the files, alone and together.</param>
internal sealed record DocumentSet(EquatableArray<EntityDeclaration> Entities, EquatableArray<ScopeDeclaration> Scopes, EquatableArray<Finding> Findings)
{
    /// <summary>Puts files together. Where two classes have one name, nothing of the files is left.</summary>
    /// <param name="documents">The files.</param>
    /// <param name="entities">The entity classes that the project's code declares.</param>
    /// <param name="scopes">The scopes that the project's code declares.</param>
    public static DocumentSet Of(
        IReadOnlyList<SyncDocument> documents,
        IReadOnlyList<EntityDeclaration> entities,
        IReadOnlyList<ScopeDeclaration> scopes)
    {
        var findings = new FindingList();

        // The emitted files' names know no case.
        var taken = new Dictionary<string, SourceToken>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, source) in entities.Select(e => (e.Type.FullName, e.Source)).Concat(scopes.Select(s => (s.Class.Type.FullName, s.Source))))
        {
            taken[name] = source;
        }

        foreach (var (type, source) in documents.SelectMany(d => d.Entities.Select(e => (e.Type, e.Source)).Concat(d.Scopes.Select(s => (s.Class.Type, s.Source)))))
        {
            if (taken.TryGetValue(type.FullName, out var other))
            {
                findings.Add(DocumentRules.ClassTwice, source, type.Name, other.IsNone ? "other code" : FileName(other.Path));
            }
            else
            {
                taken.Add(type.FullName, source);
            }
        }

        var all = documents.SelectMany(d => d.Findings).Concat(findings.ToArray()).ToEquatableArray();
        return findings.ErrorCount > 0
            ? new DocumentSet([], [], all)
            : new DocumentSet(documents.SelectMany(d => d.Entities).ToEquatableArray(), documents.SelectMany(d => d.Scopes).ToEquatableArray(), all);
    }

    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
