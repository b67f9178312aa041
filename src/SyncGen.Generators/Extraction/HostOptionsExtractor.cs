using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SyncGen.CodeGeneration.Model;

namespace SyncGen.Generators.Extraction;

/// <summary>Reads what the project has at hand.</summary>
internal static class HostOptionsExtractor
{
    public static HostOptions Extract(Compilation compilation) => new(
        DatabaseNames.All
            .Where(d => compilation.GetTypeByMetadataName(DatabaseNames.ProviderOf(d)) is not null)
            .Aggregate(Databases.None, (all, d) => all | d),
        compilation.GetTypeByMetadataName("Microsoft.Extensions.DependencyInjection.IKeyedServiceProvider") is not null,
        compilation.GetTypeByMetadataName("SyncGen.AspNetCore.SyncEndpointRouteBuilderExtensions") is not null,
        compilation.GetTypeByMetadataName("SyncGen.Http.HttpProvider") is not null,
        compilation is CSharpCompilation csharp ? (int)csharp.LanguageVersion : 0);
}
