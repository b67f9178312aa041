using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Documents.Json;

/// <summary>A JSON value, and where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Source">Its place, from the first to the last character.</param>
internal sealed record JsonValue(JsonKind Kind, SourceToken Source)
{
    /// <summary>A string as it is meant, or any other scalar as it is written; empty for arrays and objects.</summary>
    public string Text { get; init; } = "";

    /// <summary>The items of an array.</summary>
    public IReadOnlyList<JsonValue> Items { get; init; } = [];

    /// <summary>The members of an object, in their order; no name stands twice.</summary>
    public IReadOnlyList<JsonMember> Members { get; init; } = [];
}
