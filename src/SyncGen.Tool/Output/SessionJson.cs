using System.Text.Json.Nodes;
using SyncGen.Providers;

namespace SyncGen.Tool.Output;

/// <summary>A session's result as <c>--json</c> prints it.</summary>
internal static class SessionJson
{
    /// <summary>The object of a result.</summary>
    public static JsonObject Of(SyncResult result) => new()
    {
        ["preview"] = result.IsPreview,
        ["seconds"] = Math.Round(result.Duration.TotalSeconds, 3),
        ["client"] = result.Meetings.Count > 0 ? result.Meetings[0].Client : null,
        ["server"] = result.Meetings.Count > 0 ? result.Meetings[0].Server : null,
        ["up"] = Transfer(result.Upload),
        ["down"] = Transfer(result.Download),
        ["conflicts"] = result.Upload.Total.Conflicts + result.Download.Total.Conflicts,
        ["quarantined"] = result.Upload.Total.Quarantined + result.Download.Total.Quarantined,
        ["reconciled"] = result.WasReconciled,
        ["identityResets"] = Json.Array(result.IdentityResets, store => store),
        ["restarts"] = Json.Array(result.Restarts, store => store),
        ["notes"] = Json.Array(result.Notes, Note),
        ["notesOmitted"] = result.NotesOmitted,
    };

    private static JsonObject Transfer(SyncTransfer transfer) => new()
    {
        ["rows"] = transfer.Rows,
        ["bytes"] = transfer.Bytes,
        ["batches"] = transfer.Batches,
        ["tables"] = Json.Array(transfer.Tables, Table),
    };

    private static JsonObject Table(SyncTableResult table) => new()
    {
        ["table"] = table.Table,
        ["written"] = table.Written,
        ["deleted"] = table.Deleted,
        ["evicted"] = table.Evicted,
        ["skipped"] = table.Skipped,
        ["conflicts"] = table.Conflicts,
        ["quarantined"] = table.Quarantined,
        ["released"] = table.Released,
    };

    private static JsonObject Note(RowNote note) => new()
    {
        ["table"] = note.Table,
        ["key"] = Json.Row(note.Key),
        ["code"] = note.Code.ToString(),
        ["outcome"] = note.Outcome?.ToString(),
        ["message"] = note.Message,
    };
}
