namespace SyncGen;

/// <summary>On a scope: how one of its tables takes part.</summary>
/// <param name="entity">The entity class, one of those that the scope lists.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class SyncTableAttribute(Type entity) : Attribute
{
    /// <summary>The entity class.</summary>
    public Type Entity { get; } = entity;

    /// <summary>Which way the table's changes travel. Default: both.</summary>
    public SyncDirection Direction { get; set; }

    /// <summary>What becomes of conflicts in this table. Default: as the scope says.</summary>
    public ConflictPolicy Conflicts { get; set; }

    /// <summary>The properties that travel, key properties always among them. Default: all that are mapped.</summary>
    public string[]? Only { get; set; }

    /// <summary>The properties that do not travel. Not together with <see cref="Only"/>.</summary>
    public string[]? Except { get; set; }
}
