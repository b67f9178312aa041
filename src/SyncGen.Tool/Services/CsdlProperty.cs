namespace SyncGen.Tool.Services;

/// <summary>A property of an entity type.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, such as <c>Edm.Int32</c>.</param>
/// <param name="IsNullable">Whether it may be null.</param>
/// <param name="MaxLength">The greatest length; null if none is said.</param>
internal sealed record CsdlProperty(string Name, string Type, bool IsNullable, int? MaxLength);
