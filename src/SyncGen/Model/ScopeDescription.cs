namespace SyncGen.Model;

/// <summary>
/// What a store remembers of a model for which it was provisioned, as plain data: enough to bring it to a later model, and to
/// understand clients that still have the earlier one. Immutable and thread-safe.
/// </summary>
/// <param name="Fingerprint">The model's fingerprint, as <see cref="SyncScope.Fingerprint"/>.</param>
/// <param name="Tables">The tables, in the scope's order.</param>
/// <param name="Parameters">The filter parameters.</param>
public sealed record ScopeDescription(string Fingerprint, IReadOnlyList<TableDescription> Tables, IReadOnlyList<SyncParameter> Parameters)
{
    /// <summary>Describes a scope.</summary>
    public static ScopeDescription Of(SyncScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return new ScopeDescription(scope.Fingerprint, [.. scope.Tables.Select(Describe)], scope.Parameters);
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="SyncException"><see cref="SyncErrorCode.MalformedData"/>: the text is no such description.</exception>
    public static ScopeDescription Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return ScopeDescriptionReader.Read(json);
    }

    /// <summary>Writes the description as JSON, the same text for the same model.</summary>
    public string ToJson() => ScopeDescriptionWriter.Write(this);

    private static TableDescription Describe(SyncTable table) =>
        new(table.Name, table.KeyLength, [.. table.Columns.Select(Describe)], table.Relations) { Schema = table.Schema };

    private static ColumnDescription Describe(SyncColumn column) =>
        new(column.Name, column.Type, column.IsNullable, column.IsComputed, column.FilterParameter, column.FilterAnyOf);
}
