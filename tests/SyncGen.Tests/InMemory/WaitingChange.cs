using SyncGen.Providers;
using SyncGen.Versions;

namespace SyncGen.Tests.InMemory;

/// <summary>A row in quarantine, with the knowledge that it was made with.</summary>
internal sealed record WaitingChange<TRow>(RowChange<TRow> Change, Knowledge MadeWith)
    where TRow : class;
