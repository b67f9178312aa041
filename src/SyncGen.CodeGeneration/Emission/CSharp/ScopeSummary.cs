using SyncGen.CodeGeneration.Model;

namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>What the file of a scope depends on: not on any column, but for the fingerprint and filters.</summary>
internal sealed record ScopeSummary(ScopeClass Class, string Name, string Fingerprint, EquatableArray<string> Codecs)
{
    /// <summary>The filter parameters.</summary>
    public EquatableArray<ParameterModel> Parameters { get; init; }

    public bool MayHandOn { get; init; }

    public static ScopeSummary Of(ScopeModel scope) =>
        new(scope.Class, scope.Name, scope.Fingerprint, scope.Tables.Select(t => t.Codec).ToEquatableArray())
        {
            Parameters = scope.Parameters,
            MayHandOn = scope.MayHandOn,
        };
}
