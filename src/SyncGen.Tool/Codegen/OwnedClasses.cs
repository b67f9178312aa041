using SyncGen.CodeGeneration.Documents;
using SyncGen.CodeGeneration.Emission;
using SyncGen.CodeGeneration.Emission.CSharp;

namespace SyncGen.Tool.Codegen;

/// <summary>The classes of a model as code that belongs to its user.</summary>
internal static class OwnedClasses
{
    /// <summary>The classes of entities and scopes. What no scope lists is the default scope, which the generator makes by itself.</summary>
    /// <param name="set">What the model declares.</param>
    /// <param name="scope">The only scope whose class is wanted; null: all.</param>
    public static IEnumerable<EmittedFile> Of(DocumentSet set, string? scope)
    {
        string[] names = [.. set.Entities.Select(entity => entity.Type.UnescapedName), .. set.Scopes.Select(other => other.Class.Type.UnescapedName)];
        return set.Entities.Select(entity => EntityEmitter.EmitOwned(entity, names))
            .Concat(set.Scopes.Where(other => scope is null || other.Name.Value == scope).Select(OwnedScopeEmitter.Emit));
    }
}
