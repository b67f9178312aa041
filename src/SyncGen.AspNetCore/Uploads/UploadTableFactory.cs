using SyncGen.Model;

namespace SyncGen.AspNetCore.Uploads;

/// <summary>Makes the place for a table's edits.</summary>
internal sealed class UploadTableFactory : ISyncTableVisitor<UploadTable>
{
    public static UploadTableFactory Instance { get; } = new();

    public UploadTable Visit<TRow>(SyncTable<TRow> table)
        where TRow : class => new UploadTable<TRow>(table);
}
