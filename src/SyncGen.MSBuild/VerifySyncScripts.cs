using Microsoft.Build.Framework;

namespace SyncGen.MSBuild;

/// <summary>Fails where the scripts in a folder are others than the model gives, and says where each differs.</summary>
public sealed class VerifySyncScripts : Microsoft.Build.Utilities.Task
{
    /// <summary>The file in which the compiler left the scripts.</summary>
    [Required]
    public string Bundle { get; set; } = "";

    /// <summary>The folder of the scripts that are checked in.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (ScriptBundleFile.Read(Bundle, Log) is not { } scripts)
        {
            return false;
        }

        foreach (var script in scripts)
        {
            Compare(Path.Combine(Folder, script.Name), script.Text);
        }

        var known = new HashSet<string>(scripts.Select(script => Path.GetFullPath(Path.Combine(Folder, script.Name))), StringComparer.OrdinalIgnoreCase);
        foreach (var file in Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*.sql", SearchOption.AllDirectories) : [])
        {
            if (!known.Contains(Path.GetFullPath(file)) && ScriptName.IsOurs(Path.GetFileName(file)))
            {
                Report(DriftCodes.Orphan, file, 0, "No scope of the model gives this script any more: delete it.");
            }
        }

        return !Log.HasLoggedErrors;
    }

    private void Compare(string path, string expected)
    {
        if (!File.Exists(path))
        {
            Report(DriftCodes.Missing, path, 0, "This script is missing: run the target SyncGenScripts, and check it in.");
            return;
        }

        // A checkout may have changed how lines end.
        var found = File.ReadAllText(path).Replace("\r\n", "\n");
        foreach (var difference in LineDifference.Between(found, expected))
        {
            Report(DriftCodes.Drifted, path, difference.Line, $"The script has drifted from the model: {difference.Text}. Run the target SyncGenScripts, and migrate the databases.");
        }
    }

    private void Report(string code, string path, int line, string message) =>
        Log.LogError(null, code, null, path, line, 0, 0, 0, "{0}", message);
}
