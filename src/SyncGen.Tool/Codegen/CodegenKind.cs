namespace SyncGen.Tool.Codegen;

/// <summary>What can be made of a model.</summary>
internal enum CodegenKind
{
    /// <summary>Annotated classes of entities and scopes, which belong to their user.</summary>
    Classes,

    /// <summary>What the source generator writes.</summary>
    Generated,

    /// <summary>Scripts that provision and deprovision.</summary>
    Sql,

    /// <summary>Types of rows for clients in TypeScript.</summary>
    TypeScript,

    /// <summary>What a service answers as <c>$metadata</c>.</summary>
    Csdl,

    /// <summary>The model itself, as a <c>*.sync.json</c> file.</summary>
    Document,

    /// <summary>What templates of a user's own print.</summary>
    Templates,
}
