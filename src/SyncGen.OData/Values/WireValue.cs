namespace SyncGen.OData.Values;

/// <summary>A property's value as it came: its text, or null.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Text">The value's text, without quotes or escapes; null: the value is null.</param>
internal readonly record struct WireValue(string Name, string? Text);
