namespace SyncGen.Sqlite.Tests.Model.Parts;

/// <summary>A table for each way.</summary>
[SyncScope("office", typeof(Report), typeof(Notice), typeof(Letter))]
[SyncTable(typeof(Report), Direction = SyncDirection.UploadOnly)]
[SyncTable(typeof(Notice), Direction = SyncDirection.DownloadOnly)]
public static partial class OfficeScope;
