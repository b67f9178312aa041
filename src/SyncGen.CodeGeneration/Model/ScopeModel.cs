namespace SyncGen.CodeGeneration.Model;

/// <summary>A scope without a fault, ready to be emitted. Holds no place in a source file: moving code changes nothing here.</summary>
/// <param name="Class">The class that its members go to.</param>
/// <param name="Name">Its name.</param>
/// <param name="Fingerprint">A hash of what two stores must agree on, 16 hexadecimal digits.</param>
/// <param name="Tables">Its tables, parents before children as far as cycles allow.</param>
internal sealed record ScopeModel(ScopeClass Class, string Name, string Fingerprint, EquatableArray<TableModel> Tables)
{
    /// <summary>The filter parameters.</summary>
    public EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>Whether a client may hand a row on to another part.</summary>
    public bool MayHandOn { get; init; }
}
