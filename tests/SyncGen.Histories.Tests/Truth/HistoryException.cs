namespace SyncGen.Histories.Tests.Truth;

/// <summary>A property does not hold.</summary>
internal sealed class HistoryException(string message) : Exception(message);
