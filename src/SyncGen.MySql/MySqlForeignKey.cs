using SyncGen.Model;
using SyncGen.Relational;

namespace SyncGen.MySql;

/// <summary>A foreign key, with what it does when its parent goes, or changes.</summary>
/// <param name="Key">The foreign key.</param>
/// <param name="DeletesChildren">Whether children are deleted with their parent; otherwise they lose it, where the key acts at all.</param>
/// <param name="KeepsChildren">Whether children follow when their parent's columns change; otherwise they lose it, where the key acts at all.</param>
internal sealed record MySqlForeignKey(ForeignKey Key, bool DeletesChildren, bool KeepsChildren)
{
    /// <summary>The table that refers, where it is in a scope.</summary>
    public SyncTable? ChildIn(SyncScope scope) => scope.Tables.FirstOrDefault(child => child.Schema == Key.ChildSchema && child.Name == Key.Child);
}
