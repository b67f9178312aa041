using SyncGen.Conflicts;

namespace SyncGen.Sqlite.Tests.Model;

/// <summary>A scope whose hook changes a row that it is handed, as a hook will, and then decides by what the other side wrote.</summary>
[SyncScope("remarks", typeof(Remark))]
public static partial class RemarkScope
{
    static partial void OnRemarkConflict(Conflict<Remark> conflict, ref ConflictResolution<Remark> resolution)
    {
        var decision = conflict.Local.Row.Text;
        conflict.Incoming.Row.Text += " and " + decision;
        resolution = decision switch
        {
            "merge" => ConflictResolution<Remark>.Merge(conflict.Incoming.Row),
            "take" => ConflictResolution<Remark>.TakeIncoming,
            _ => throw new InvalidOperationException(decision),
        };
    }
}
