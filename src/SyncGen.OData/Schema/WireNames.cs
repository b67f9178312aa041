namespace SyncGen.OData.Schema;

/// <summary>The names of the protocol, as the original toolkit writes them.</summary>
internal static class WireNames
{
    public const string Atom = "http://www.w3.org/2005/Atom";
    public const string Data = "http://schemas.microsoft.com/ado/2007/08/dataservices";
    public const string Metadata = "http://schemas.microsoft.com/ado/2007/08/dataservices/metadata";
    public const string Tombstones = "http://purl.org/atompub/tombstones/1.0";
    public const string Sync = "http://odata.org/sync/v1";
    public const string Scheme = "http://schemas.microsoft.com/ado/2007/08/dataservices/schema";
    public const string Edmx = "http://schemas.microsoft.com/ado/2007/06/edmx";
    public const string Edm = "http://schemas.microsoft.com/ado/2007/05/edm";
    public const string Publishing = "http://www.w3.org/2007/app";

    public const string MoreChangesAvailable = "moreChangesAvailable";
    public const string ServerBlob = "serverBlob";
    public const string ResolveConflicts = "resolveConflicts";
    public const string TempId = "tempId";
    public const string SyncConflict = "syncConflict";
    public const string SyncError = "syncError";
    public const string ConflictResolution = "conflictResolution";
    public const string ConflictingChange = "conflictingChange";
    public const string ErrorDescription = "errorDescription";
    public const string ChangeInError = "changeInError";
    public const string Category = "category";
}
