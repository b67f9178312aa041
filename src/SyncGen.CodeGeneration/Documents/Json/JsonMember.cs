using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Documents.Json;

/// <summary>A member of a JSON object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Source">Where the name stands, its quotes included.</param>
/// <param name="Value">Its value.</param>
internal sealed record JsonMember(string Name, SourceToken Source, JsonValue Value);
