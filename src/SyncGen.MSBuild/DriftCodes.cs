namespace SyncGen.MSBuild;

/// <summary>The ids of what the build finds.</summary>
internal static class DriftCodes
{
    /// <summary>There are no scripts to compare with, or to write.</summary>
    public const string NoScripts = "SYNC0801";

    /// <summary>A script is not checked in.</summary>
    public const string Missing = "SYNC0802";

    /// <summary>A script is another than the model gives.</summary>
    public const string Drifted = "SYNC0803";

    /// <summary>A script is checked in that the model does not give.</summary>
    public const string Orphan = "SYNC0804";

    /// <summary>A database is not as the model says, or cannot be looked at.</summary>
    public const string Store = "SYNC0805";
}
