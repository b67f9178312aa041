using System.Diagnostics.CodeAnalysis;
using SyncGen.Model;
using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.Relational.Sessions;

/// <summary>Reads rows that other programs wrote, and which may hold what the model does not allow.</summary>
internal static class RowReading
{
    /// <summary>Reads a row, or its key; what cannot be read is noted in the batch.</summary>
    public static bool TryRead<TRow>(
        SyncTable<TRow> table, RowReader row, bool keyOnly, SyncVersion version, BatchBuilder batch, [NotNullWhen(true)] out TRow? read)
        where TRow : class
    {
        try
        {
            read = keyOnly ? table.ReadKey(row) : table.Read(row);
            return true;
        }
        catch (SyncException unreadable) when (unreadable.Code == SyncErrorCode.UnreadableValue)
        {
            read = null;
            batch.Unreadable.Add(new UnreadableRow(table.Name, KeyOf(table, row), version, unreadable.Message));
            return false;
        }
    }

    /// <summary>The key as JSON; empty if it is the key that cannot be read.</summary>
    public static string KeyOf<TRow>(SyncTable<TRow> table, RowReader row)
        where TRow : class
    {
        try
        {
            return RowJson.WriteKey(table, table.ReadKey(row));
        }
        catch (SyncException unreadable) when (unreadable.Code == SyncErrorCode.UnreadableValue)
        {
            return "";
        }
    }
}
