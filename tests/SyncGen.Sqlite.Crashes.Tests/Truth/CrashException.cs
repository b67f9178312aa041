namespace SyncGen.Sqlite.Crashes.Tests.Truth;

/// <summary>A property that did not hold.</summary>
internal sealed class CrashException(string message) : Exception(message);
