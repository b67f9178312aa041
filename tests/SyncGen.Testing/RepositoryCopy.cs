namespace SyncGen.Testing;

/// <summary>A copy of the repository's sources: other projects of the solution are being built at the same time, and must not find files changed.</summary>
public static class RepositoryCopy
{
    /// <summary>Copies the files of the top level and some of its folders, without what was built there.</summary>
    /// <param name="target">The folder to make.</param>
    /// <param name="folders">Names of folders of the top level.</param>
    public static void To(string target, params string[] folders)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(RepositoryFolder.Path).Where(file => Path.GetFileName(file) != ".git"))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }

        foreach (var folder in folders)
        {
            CopyFolder(Path.Combine(RepositoryFolder.Path, folder), Path.Combine(target, folder));
        }
    }

    private static void CopyFolder(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(source).Where(folder => Path.GetFileName(folder) is not ("bin" or "obj")))
        {
            CopyFolder(folder, Path.Combine(target, Path.GetFileName(folder)));
        }
    }
}
