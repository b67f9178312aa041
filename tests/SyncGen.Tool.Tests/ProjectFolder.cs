using SyncGen.Testing;

namespace SyncGen.Tool.Tests;

/// <summary>A user's project, made of what is built here instead of packages.</summary>
internal static class ProjectFolder
{
    /// <summary>Writes the project <c>Shop.csproj</c> with one entity.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="entity">The entity's class.</param>
    /// <param name="frameworks">What it is built for.</param>
    public static async Task WriteAsync(TemporaryFolder folder, string entity, string frameworks = "net10.0")
    {
        var build = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!);
        var generators = Path.Combine(RepositoryFolder.Path, "src", "SyncGen.Generators", "bin", build, "netstandard2.0");
        var references = new[] { "SyncGen", "SyncGen.Relational", "SyncGen.Sqlite" }
            .Select(name => $"""<Reference Include="{name}" HintPath="{Path.Combine(AppContext.BaseDirectory, name + ".dll")}" />""");
        var tool = Path.Combine(RepositoryFolder.Path, "src", "SyncGen.Tool", "bin", build, "net10.0");
        var analyzers = new[] { Path.Combine(generators, "SyncGen.Generators.dll"), Path.Combine(tool, "SyncGen.CodeGeneration.dll"), Path.Combine(tool, "Scriban.Signed.dll") }
            .Select(path => $"""<Analyzer Include="{path}" />""");
        var property = frameworks.Contains(';', StringComparison.Ordinal) ? "TargetFrameworks" : "TargetFramework";
        await File.WriteAllTextAsync(folder.File("Shop.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <{property}>{frameworks}</{property}>
                <EnableWindowsTargeting>true</EnableWindowsTargeting>
                <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
              </PropertyGroup>
              <ItemGroup>
                {string.Join("\n    ", references.Concat(analyzers))}
              </ItemGroup>
            </Project>
            """);
        await File.WriteAllTextAsync(folder.File("Customer.cs"), "[SyncGen.SyncEntity] " + entity);
    }
}
