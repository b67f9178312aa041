using Microsoft.Build.Utilities;
using SyncGen.CodeGeneration.Emission;
using SyncGen.CodeGeneration.Emission.Sql;

namespace SyncGen.MSBuild;

/// <summary>The file in which the generator hands its scripts to the build.</summary>
internal static class ScriptBundleFile
{
    /// <summary>The scripts; null if there is no such file, which is then an error of the build.</summary>
    public static EmittedFile[]? Read(string path, TaskLoggingHelper log)
    {
        if (File.Exists(path))
        {
            return [.. ScriptBundle.Read(File.ReadAllText(path))];
        }

        log.LogError(
            null, DriftCodes.NoScripts, null, null, 0, 0, 0, 0,
            "The compiler wrote no scripts to '{0}'. Reference the package SyncGen or a provider such as SyncGen.Sqlite, and leave EmitCompilerGeneratedFiles on.",
            path);
        return null;
    }
}
