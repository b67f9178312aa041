namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>What the template of a scope prints.</summary>
internal sealed record ScopeView
{
    public required string GeneratedCode { get; init; }

    public required string Declaration { get; init; }

    public required bool IsEmitted { get; init; }

    public required string Name { get; init; }

    public required string NameLiteral { get; init; }

    public required string Fingerprint { get; init; }

    public required EquatableArray<string> Codecs { get; init; }

    /// <summary>What there is for each database that the project has a provider for.</summary>
    public required EquatableArray<ScopeStoreView> Stores { get; init; }

    /// <summary>The filter parameters.</summary>
    public required EquatableArray<ParameterView> Parameters { get; init; }

    /// <summary>The record that binds the filter parameters; empty without any.</summary>
    public required string FilterRecord { get; init; }

    public required bool MayHandOn { get; init; }

    /// <summary>Whether the project has the client for hubs behind HTTP.</summary>
    public required bool HasHttp { get; init; }
}
