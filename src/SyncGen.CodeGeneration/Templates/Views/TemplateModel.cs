namespace SyncGen.CodeGeneration.Templates.Views;

/// <summary>What every template sees as <c>model</c>.</summary>
/// <param name="Version">The model's version, <see cref="TemplateModelVersion.Current"/>.</param>
/// <param name="Namespace">The namespace that all classes of entities and scopes have in common; empty if none.</param>
/// <param name="GeneratedCode">The attribute that says that a type is generated, in brackets.</param>
/// <param name="Databases">The databases whose providers the project references, such as <c>Sqlite</c>.</param>
/// <param name="HasServices">Whether the project has dependency injection at hand.</param>
/// <param name="HasEndpoints">Whether it references SyncGen.AspNetCore.</param>
/// <param name="HasHttp">Whether it references SyncGen.Http.</param>
internal sealed record TemplateModel(
    int Version,
    string Namespace,
    string GeneratedCode,
    EquatableArray<string> Databases,
    bool HasServices,
    bool HasEndpoints,
    bool HasHttp);
