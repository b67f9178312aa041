using System.Text.Json;
using System.Text.Json.Serialization;

namespace QuickStart.Output;

/// <summary>Reads rows of the conflict log, without reflection.</summary>
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
internal sealed partial class JsonContext : JsonSerializerContext;
