using System.Reflection;
using System.Runtime.Loader;

namespace SyncGen.Tool.Models;

/// <summary>Loads an application's assembly with what belongs to it, but lets it share SyncGen and the drivers with the tool.</summary>
internal sealed class ModelLoadContext(string path) : AssemblyLoadContext(path)
{
    private static readonly string[] s_shared =
        ["SyncGen", "Microsoft.Data.Sqlite", "SQLitePCLRaw", "Npgsql", "MySqlConnector", "Microsoft.Data.SqlClient", "Microsoft.Extensions."];

    private readonly AssemblyDependencyResolver _resolver = new(path);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (IsShared(assemblyName.Name!) && FindOwn(assemblyName) is { } own)
        {
            return own;
        }

        var file = _resolver.ResolveAssemblyToPath(assemblyName) ?? FindInFrameworks(assemblyName);
        return file is null ? null : LoadFromAssemblyPath(file);
    }

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } file ? LoadUnmanagedDllFromPath(file) : IntPtr.Zero;

    private static bool IsShared(string name) => s_shared.Any(prefix =>
        name == prefix || name.StartsWith(prefix.EndsWith('.') ? prefix : prefix + ".", StringComparison.Ordinal));

    private static Assembly? FindOwn(AssemblyName name)
    {
        try
        {
            return Default.LoadFromAssemblyName(name);
        }
        catch (Exception missing) when (missing is FileNotFoundException or FileLoadException)
        {
            return null;
        }
    }

    /// <summary>A web application's assembly refers to a shared framework that the tool does not run on.</summary>
    private static string? FindInFrameworks(AssemblyName name)
    {
        var own = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var version = Path.GetFileName(own);
        var shared = Path.GetDirectoryName(Path.GetDirectoryName(own))!;
        var file = Path.Combine(shared, "Microsoft.AspNetCore.App", version, name.Name + ".dll");
        return File.Exists(file) ? file : null;
    }
}
