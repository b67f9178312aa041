using SyncGen.Conflicts;

namespace SyncGen.Sqlite.Tests.Model.Policies;

/// <summary>A scope whose hook decides by the texts: merges, deletes, or leaves it to the policy.</summary>
[SyncScope("merge", typeof(Entry))]
public static partial class MergeScope
{
    static partial void OnEntryConflict(Conflict<Entry> conflict, ref ConflictResolution<Entry> resolution)
    {
        var (incoming, local) = (conflict.Incoming, conflict.Local);
        if (incoming.IsDeleted || local.IsDeleted)
        {
            return;
        }

        var texts = new[] { incoming.Row.Text, local.Row.Text }.Order(StringComparer.Ordinal).ToArray();
        if (texts[0].Length % 3 == 0)
        {
            resolution = ConflictResolution<Entry>.Delete;
        }
        else if (texts[0].Length % 3 == 1)
        {
            incoming.Row.Text = string.Concat(string.Join('+', texts).Take(40));
            resolution = ConflictResolution<Entry>.Merge(incoming.Row);
        }
    }
}
