using SyncGen.OData.Compact;

namespace SyncGen.AspNetCore.Compact;

/// <summary>Tells the first call of a leaf's session from those that follow it, as far as the leaf's words go.</summary>
internal static class SessionStart
{
    /// <summary>Whether a leaf says who it is: with edits it asks for nothing yet, and without for rows from where it stands.</summary>
    public static bool IsFirstCall(DownloadCall call) =>
        call.Request is null || call is { Leaf.PendingEdits: 0, Request: { Cursor: null, GoesOn: false, Reconcile: false } };
}
