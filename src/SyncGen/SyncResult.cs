using System.Text;
using SyncGen.Providers;

namespace SyncGen;

/// <summary>What a session did.</summary>
public sealed class SyncResult
{
    internal SyncResult(IReadOnlyList<SyncMeeting> meetings, SyncTransfer upload, SyncTransfer download)
    {
        Meetings = meetings;
        Upload = upload;
        Download = download;
    }

    /// <summary>How many of <see cref="Notes"/> are kept: 1,000.</summary>
    public const int NotesMax = 1_000;

    /// <summary>The meetings of two stores, in the order in which they took place.</summary>
    public IReadOnlyList<SyncMeeting> Meetings { get; }

    /// <summary>What went from clients to the server, over all meetings.</summary>
    public SyncTransfer Upload { get; }

    /// <summary>What went from the server to clients, over all meetings.</summary>
    public SyncTransfer Download { get; }

    /// <summary>How long the session took.</summary>
    public TimeSpan Duration { get; internal init; }

    /// <summary>Whether nothing was written: the result says what would have happened.</summary>
    public bool IsPreview { get; internal init; }

    /// <summary>Conflicts and refused rows, the first <see cref="NotesMax"/> of them.</summary>
    public IReadOnlyList<RowNote> Notes { get; internal init; } = [];

    /// <summary>How many further notes there were.</summary>
    public long NotesOmitted { get; internal init; }

    /// <summary>The names of stores that were restored from a backup, or copied, and took a new identity.</summary>
    public IReadOnlyList<string> IdentityResets { get; internal init; } = [];

    /// <summary>The names of peers that had been silent for so long that they started again.</summary>
    public IReadOnlyList<string> Restarts { get; internal init; } = [];

    /// <summary>Whether a store read all rows, to find out which of its own are gone.</summary>
    public bool WasReconciled { get; internal init; }

    /// <summary>Whether conflicts were found. They are settled; the losing rows are in the conflict log.</summary>
    public bool HasConflicts => Upload.Total.Conflicts + Download.Total.Conflicts > 0;

    /// <summary>Whether rows were put into quarantine. They are tried again in each session.</summary>
    public bool HasQuarantined => Upload.Total.Quarantined + Download.Total.Quarantined > 0;

    /// <summary>Whether rows of any store were changed.</summary>
    public bool HasChanges => Upload.Total.HasChanges || Download.Total.HasChanges;

    /// <summary>A line for each meeting, and one for each thing that is worth knowing.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendJoin('\n', Meetings.Select(meeting => (IsPreview ? "Preview: " : "") + meeting));
        foreach (var store in IdentityResets)
        {
            text.Append('\n').Append(store).Append(" was restored from a backup, or copied, and took a new identity.");
        }

        foreach (var store in Restarts)
        {
            text.Append('\n').Append(store).Append(" had been silent for too long and started again.");
        }

        if (WasReconciled)
        {
            text.Append("\nAll rows were read again, to find those that are gone.");
        }

        return text.ToString();
    }
}
