namespace SyncGen;

/// <summary>
/// Marks a partial class as a scope: a named set of tables that synchronise together. The generator adds the scope's
/// descriptor, its providers and its conflict hooks to the class.
/// </summary>
/// <param name="name">The scope's name: a letter, then letters, digits and hyphens, at most 50 characters.</param>
/// <param name="entities">The entity classes, each marked with <see cref="SyncEntityAttribute"/>, in any order.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SyncScopeAttribute(string name, params Type[] entities) : Attribute
{
    /// <summary>The scope's name.</summary>
    public string Name { get; } = name;

    /// <summary>The entity classes.</summary>
    public IReadOnlyList<Type> Entities { get; } = entities;

    /// <summary>What becomes of conflicts in tables that do not say. Default: <see cref="ConflictPolicy.LatestWins"/>.</summary>
    public ConflictPolicy Conflicts { get; set; }

    /// <summary>
    /// Whether a client with a filter may hand a row on to another part, by a change of its filter columns; it is then removed
    /// from the client. Default: false; such an upload is refused with <see cref="SyncErrorCode.OutsideFilter"/>.
    /// </summary>
    public bool MayHandOn { get; set; }
}
