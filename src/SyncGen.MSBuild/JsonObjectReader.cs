using SyncGen.CodeGeneration.Documents.Json;

namespace SyncGen.MSBuild;

/// <summary>Finds members of an object, if it is one.</summary>
internal sealed class JsonObjectReader(JsonValue value)
{
    /// <summary>A member; null if it is not there.</summary>
    public JsonValue? Find(string name) => value.Members.FirstOrDefault(member => member.Name == name)?.Value;

    /// <summary>A member's text; empty if it is not there.</summary>
    public string Text(string name) => Find(name)?.Text ?? "";
}
