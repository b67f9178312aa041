namespace SyncGen.MSBuild;

/// <summary>What scripts are called.</summary>
internal static class ScriptName
{
    /// <summary>Whether a file has the name of a script of ours: beside these a folder may hold what it likes.</summary>
    public static bool IsOurs(string name) => name is "provision.peer.sql" or "provision.leaf.sql" or "deprovision.sql";
}
