using Microsoft.Extensions.Logging;
using SyncGen.Model;
using SyncGen.Providers;

namespace SyncGen.Sessions;

/// <summary>Adds up what a session does.</summary>
internal sealed class SessionTally(SyncScope scope, ILogger logger)
{
    private readonly List<SyncMeeting> _meetings = [];
    private readonly List<RowNote> _notes = [];
    private readonly List<string> _identityResets = [];
    private readonly List<string> _restarts = [];
    private readonly TransferTally _upload = new();
    private readonly TransferTally _download = new();
    private long _notesOmitted;
    private bool _wasReconciled;

    public void Add(SyncMeeting meeting)
    {
        _meetings.Add(meeting);
        _upload.Add(meeting.Upload);
        _download.Add(meeting.Download);
    }

    public void Note(IEnumerable<RowNote> notes)
    {
        foreach (var note in notes)
        {
            if (note.Code == SyncErrorCode.None)
            {
                SessionLog.Conflict(logger, note.Table, note.Key, note.Policy, note.Outcome);
            }
            else
            {
                SessionLog.Refused(logger, note.Table, note.Key, note.Code, note.Message);
            }

            if (_notes.Count < SyncResult.NotesMax)
            {
                _notes.Add(note);
            }
            else
            {
                _notesOmitted++;
            }
        }
    }

    public void Note(IEnumerable<UnreadableRow> rows) =>
        Note(rows.Select(row => new RowNote(row.Table, row.Key, SyncErrorCode.UnreadableValue, row.Error)));

    public void IdentityReset(string store, string partner)
    {
        SessionLog.IdentityReset(logger, store, partner);
        _identityResets.Add(store);
    }

    public void Restarted(string store, string partner)
    {
        SessionLog.Expelled(logger, store, partner);
        _restarts.Add(store);
    }

    public void Reconciling(string store, string partner)
    {
        SessionLog.Reconciling(logger, store, partner);
        _wasReconciled = true;
    }

    public SyncResult ToResult(bool isPreview, TimeSpan duration) => new(_meetings, _upload.ToTransfer(scope), _download.ToTransfer(scope))
    {
        IsPreview = isPreview,
        Duration = duration,
        Notes = _notes,
        NotesOmitted = _notesOmitted,
        IdentityResets = _identityResets,
        Restarts = _restarts,
        WasReconciled = _wasReconciled,
    };
}
