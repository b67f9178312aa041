namespace SyncGen;

/// <summary>
/// Says which names a table or a column had in earlier versions of the model, so that a store which is migrated renames instead of
/// dropping and adding, and clients of the earlier versions are understood. Keep the names for as long as there are such
/// stores and clients.
/// </summary>
/// <param name="names">
/// The names in the database, unquoted; in any order. For clients of the OData Sync protocol, which know properties by their names, those of the property, too.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public sealed class SyncFormerNamesAttribute(params string[] names) : Attribute
{
    /// <summary>The names.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}
