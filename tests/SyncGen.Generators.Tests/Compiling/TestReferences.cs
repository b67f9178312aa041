using Microsoft.CodeAnalysis;

namespace SyncGen.Generators.Tests.Compiling;

/// <summary>The assemblies that test code compiles against: the framework's, SyncGen's, and those of dependency injection.</summary>
internal static class TestReferences
{
    private static readonly MetadataReference[] s_all = [.. Paths().Select(p => MetadataReference.CreateFromFile(p))];

    /// <summary>All but those whose file names begin with one of the given.</summary>
    public static IEnumerable<MetadataReference> Without(params string[] prefixes) =>
        s_all.Where(r => !prefixes.Any(p => Path.GetFileName(r.Display!).StartsWith(p, StringComparison.Ordinal)));

    private static IEnumerable<string> Paths() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(p => IsReferenced(Path.GetFileName(p)));

    private static bool IsReferenced(string name) =>
        name is "SyncGen.dll" or "SyncGen.Relational.dll" or "SyncGen.Sqlite.dll" or "netstandard.dll" or "mscorlib.dll" or "Microsoft.CSharp.dll"
        || name.StartsWith("System.", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.Extensions.DependencyInjection.", StringComparison.Ordinal);
}
