namespace SyncGen.Sqlite.Tests.Model.Stops;

/// <summary>A text whose reading and writing passes a <see cref="StopPoint"/>.</summary>
public readonly record struct StopText(string Value);
