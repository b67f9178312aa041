using System.Text.Json;

namespace SyncGen.Model;

/// <summary>Where a column's value stands in a row's JSON.</summary>
internal readonly record struct JsonField(JsonTokenType Token, int Start, int Length);
