using System.Runtime.InteropServices;
using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.AspNetCore.Compact;

/// <summary>Brings a table's edits within what their leaf can prove.</summary>
internal sealed class BoundedEdits(TableEdits edits, EditBounds bounds) : ISyncTableVisitor<int>
{
    /// <summary>Answers how many edits there are.</summary>
    public int Visit<TRow>(SyncTable<TRow> table)
        where TRow : class
    {
        var typed = ((TableEdits<TRow>)edits).Edits;
        foreach (ref var edit in CollectionsMarshal.AsSpan(typed))
        {
            edit = edit with { Anchor = Math.Min(edit.Anchor, bounds.Anchor), Time = Math.Min(edit.Time, bounds.Time) };
        }

        return typed.Count;
    }
}
