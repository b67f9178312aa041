namespace SyncGen.Sessions;

/// <summary>What an order means.</summary>
internal static class OrderPhases
{
    /// <summary>The phases in which rows travel, in their order.</summary>
    public static IReadOnlyList<SyncPhase> Phases(this SyncOrder order) => order switch
    {
        SyncOrder.UploadDownload => [SyncPhase.Uploading, SyncPhase.Downloading],
        SyncOrder.DownloadUpload => [SyncPhase.Downloading, SyncPhase.Uploading],
        SyncOrder.Upload => [SyncPhase.Uploading],
        _ => [SyncPhase.Downloading],
    };

    /// <summary>Whether rows travel both ways.</summary>
    public static bool IsTwoWay(this SyncOrder order) => order is SyncOrder.UploadDownload or SyncOrder.DownloadUpload;
}
