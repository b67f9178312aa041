using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SyncGen.Generators;
using SyncGen.Testing;

namespace SyncGen.CodeFixes.Tests.Samples;

/// <summary>A sample of the repository, compiled in memory with what is emitted for it.</summary>
internal static class SampleProject
{
    // What the SDK imports into each file; a web application gets the second line as well.
    private const string Usings =
        """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Hosting; global using Microsoft.AspNetCore.Http; global using Microsoft.AspNetCore.Routing; global using Microsoft.Extensions.Configuration; global using Microsoft.Extensions.DependencyInjection; global using Microsoft.Extensions.Hosting; global using Microsoft.Extensions.Logging;
        """;

    private static readonly string s_folder = Path.Combine(RepositoryFolder.Path, "samples");

    public static IEnumerable<string> Names => Directory.GetFiles(s_folder, "*.csproj", SearchOption.AllDirectories).Select(p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal);

    public static Compilation Compile(string name)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        var isWeb = File.ReadAllText(Path.Combine(s_folder, name, name + ".csproj")).Contains("Sdk.Web", StringComparison.Ordinal);
        var trees = FilesOf(name)
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, path))
            .Prepend(CSharpSyntaxTree.ParseText(isWeb ? Usings : Usings.Split('\n')[0], options, "Usings.cs"));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(IsOfUsers).Select(p => MetadataReference.CreateFromFile(p));
        var compilation = CSharpCompilation.Create(name, trees, references, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new SyncGenerator().AsSourceGenerator(), .. OfFramework()], parseOptions: options).RunGeneratorsAndUpdateCompilation(compilation, out var after, out var findings);
        Assert.Empty(findings.Where(f => f.Severity > DiagnosticSeverity.Info));
        return after;
    }

    // The framework's own, such as that of JSON contexts, lie in the SDK.
    private static IEnumerable<ISourceGenerator> OfFramework()
    {
        var packs = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref");
        var newest = Directory.GetDirectories(packs).OrderBy(p => Version.Parse(Path.GetFileName(p).Split('-')[0])).Last();
        var assembly = Assembly.LoadFrom(Path.GetFullPath(Path.Combine(newest, "analyzers", "dotnet", "cs", "System.Text.Json.SourceGeneration.dll")));
        return assembly.GetTypes().Where(t => t.IsDefined(typeof(GeneratorAttribute), inherit: false)).Select(t => ((IIncrementalGenerator)Activator.CreateInstance(t)!).AsSourceGenerator());
    }

    // The client has the model of the server, as its project says.
    private static IEnumerable<string> FilesOf(string name) =>
        Directory.GetFiles(Path.Combine(s_folder, name), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .Concat(name == "TodoClient" ? Directory.GetFiles(Path.Combine(s_folder, "TodoServer", "Model"), "*.cs") : []);

    // What a test brings along is not for samples.
    private static bool IsOfUsers(string path) =>
        !Path.GetFileName(path).StartsWith("SyncGen.Generators", StringComparison.Ordinal)
        && !Path.GetFileName(path).StartsWith("SyncGen.Code", StringComparison.Ordinal)
        && !Path.GetFileName(path).StartsWith("SyncGen.Testing", StringComparison.Ordinal)
        && !Path.GetFileName(path).StartsWith("xunit", StringComparison.Ordinal);
}
