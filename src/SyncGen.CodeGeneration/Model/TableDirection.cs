namespace SyncGen.CodeGeneration.Model;

/// <summary>Which way a table's changes travel; names and numbers are those of the runtime's <c>SyncDirection</c>.</summary>
internal enum TableDirection
{
    Both = 0,
    UploadOnly = 1,
    DownloadOnly = 2,
}
