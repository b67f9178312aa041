using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>Emits all files of a project at once, for hosts that cache nothing: the same as the generator's pipeline emits step by step.</summary>
internal static class ProjectEmitter
{
    /// <param name="scopes">The scopes.</param>
    /// <param name="entities">The entities whose classes are emitted, too: those of files.</param>
    /// <param name="options">What the project has at hand.</param>
    public static IEnumerable<EmittedFile> Emit(IEnumerable<ScopeModel> scopes, IEnumerable<EntityDeclaration> entities, HostOptions options)
    {
        foreach (var entity in entities)
        {
            yield return EntityEmitter.Emit(entity);
        }

        foreach (var scope in scopes)
        {
            yield return ScopeEmitter.Emit(ScopeSummary.Of(scope), options.Databases, options.HasHttp);
            var services = options.HasServices ? ServicesEmitter.Emit(scope.Class, scope.Name, options.Databases) : null;
            var endpoints = options.HasEndpoints ? EndpointsEmitter.Emit(scope.Class, scope.Name) : null;
            foreach (var file in new[] { services, endpoints }.OfType<EmittedFile>())
            {
                yield return file;
            }

            foreach (var table in scope.Tables)
            {
                yield return TableEmitter.Emit(scope.Class, scope.Name, table, options.Databases);
            }
        }
    }
}
