using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.Generators.Extraction;

/// <summary>Reads what the project has at hand.</summary>
internal static class HostOptionsExtractor
{
    public static HostOptions Extract(Compilation compilation) => new(
        compilation.GetTypeByMetadataName("SyncGen.Sqlite.SqliteProvider") is not null,
        compilation.GetTypeByMetadataName("Microsoft.Extensions.DependencyInjection.IKeyedServiceProvider") is not null,
        compilation is CSharpCompilation csharp ? (int)csharp.LanguageVersion : 0);
}
