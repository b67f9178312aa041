namespace SyncGen.CodeGeneration.Templates.Views;

/// <summary>What a template sees of an entity's part in a scope.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Direction">Which way changes travel: <c>Both</c>, <c>UploadOnly</c> or <c>DownloadOnly</c>.</param>
/// <param name="Conflicts">What becomes of conflicts, a name of <c>ConflictPolicy</c>.</param>
/// <param name="IsFiltered">Whether a filter decides who holds its rows.</param>
/// <param name="Properties">The properties that travel: key properties first.</param>
/// <param name="LeftOut">The properties that the scope leaves out.</param>
internal sealed record TemplateTable(
    TemplateEntity Entity,
    string Direction,
    string Conflicts,
    bool IsFiltered,
    EquatableArray<TemplateProperty> Properties,
    EquatableArray<TemplateProperty> LeftOut);
