using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SyncGen.CodeGeneration.Emission;
using SyncGen.Tool.Output;

namespace SyncGen.Tool.Models;

/// <summary>Compiles the code of a model in memory, and loads it.</summary>
internal static class ModelCompiler
{
    private const string AssemblyName = "SyncGen.Model";

    /// <summary>Compiles code against what this program itself runs on.</summary>
    public static Assembly Compile(IReadOnlyList<EmittedFile> files, CancellationToken cancellationToken)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var compilation = CSharpCompilation.Create(
            AssemblyName,
            files.Select(file => CSharpSyntaxTree.ParseText(file.Text, options, file.Name, cancellationToken: cancellationToken)),
            Platform().Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release));
        using var image = new MemoryStream();
        var result = compilation.Emit(image, cancellationToken: cancellationToken);
        if (!result.Success)
        {
            var error = result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            throw new ToolException($"The code of the model does not compile: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)} ({error.Id}). Rename what it names.");
        }

        image.Position = 0;
        return new AssemblyLoadContext(AssemblyName).LoadFromStream(image);
    }

    private static string[] Platform() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}
