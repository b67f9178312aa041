using System.Text;
using Microsoft.Build.Framework;

namespace SyncGen.MSBuild;

/// <summary>Writes the SQL scripts of all scopes to a folder, those that have changed alone.</summary>
public sealed class WriteSyncScripts : Microsoft.Build.Utilities.Task
{
    private static readonly Encoding s_encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The file in which the compiler left the scripts.</summary>
    [Required]
    public string Bundle { get; set; } = "";

    /// <summary>The folder to write to; it is made if need be.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>A file that names what was written, so that what is no longer given can be deleted; null: nothing is deleted.</summary>
    public string? List { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (ScriptBundleFile.Read(Bundle, Log) is not { } scripts)
        {
            return false;
        }

        try
        {
            foreach (var script in scripts)
            {
                Write(Path.Combine(Folder, script.Name), script.Text);
            }

            if (List is not null)
            {
                DeleteOthers([.. scripts.Select(script => script.Name)], List);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.LogError("The scripts cannot be written to '{0}': {1}", Folder, exception.Message);
        }

        return !Log.HasLoggedErrors;
    }

    private void Write(string path, string text)
    {
        if (File.Exists(path) && File.ReadAllText(path) == text)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, s_encoding);
        Log.LogMessage(MessageImportance.Normal, "Wrote {0}", path);
    }

    private void DeleteOthers(string[] names, string list)
    {
        foreach (var name in File.Exists(list) ? File.ReadAllLines(list).Except(names) : [])
        {
            File.Delete(Path.Combine(Folder, name));
        }

        Directory.CreateDirectory(Path.GetDirectoryName(list)!);
        File.WriteAllLines(list, names, s_encoding);
    }
}
