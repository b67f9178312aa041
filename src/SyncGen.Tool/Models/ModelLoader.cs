using System.Reflection;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Models;

/// <summary>Makes a running scope of whatever a user names as its model.</summary>
internal static class ModelLoader
{
    /// <summary>Loads the scope.</summary>
    public static async Task<LoadedScope> LoadAsync(ModelSource source, CancellationToken cancellationToken)
    {
        if (source.Assembly is { } assembly)
        {
            return ScopeFinder.Find(Load(assembly.FullName), source.Scope, assembly.Name);
        }

        if (source.Project is { } project)
        {
            return ScopeFinder.Find(Load(await ProjectBuild.RunAsync(project, source.Framework, cancellationToken)), source.Scope, project.Name);
        }

        return source.Document is { } document
            ? ScopeFinder.Find(ModelCompiler.Compile(ModelDocument.Emit(document), cancellationToken), source.Scope, document.Name, document)
            : throw new ToolException("Say where the model is: --model app.sync.json, --assembly App.dll, or --project App.csproj.");
    }

    // What was compiled against another version may call what is not there any more, or not yet.
    private static Assembly WithVersionOfOurs(Assembly assembly, string path)
    {
        var own = typeof(SyncOrchestrator).Assembly.GetName();
        var theirs = assembly.GetReferencedAssemblies().FirstOrDefault(reference => reference.Name == own.Name)?.Version;
        return theirs is null || (theirs.Major, theirs.Minor) == (own.Version!.Major, own.Version.Minor)
            ? assembly
            : throw new ToolException($"'{Path.GetFileName(path)}' was built with SyncGen {theirs.ToString(2)}, and this tool is of {own.Version.ToString(2)}. Bring both to the same version: `dotnet tool update SyncGen.Tool`.");
    }

    private static Assembly Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new ToolException($"There is no file '{path}'. Build the project first, or name it by --project.");
        }

        try
        {
            return WithVersionOfOurs(new ModelLoadContext(path).LoadFromAssemblyPath(path), path);
        }
        catch (BadImageFormatException)
        {
            throw new ToolException($"'{path}' is no .NET assembly. Name the .dll that the project's build makes.");
        }
    }
}
