using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>What the file of a scope depends on: not on any column, but for the fingerprint.</summary>
internal sealed record ScopeSummary(ScopeClass Class, string Name, string Fingerprint, EquatableArray<string> Codecs)
{
    public static ScopeSummary Of(ScopeModel scope) =>
        new(scope.Class, scope.Name, scope.Fingerprint, scope.Tables.Select(t => t.Codec).ToEquatableArray());
}
