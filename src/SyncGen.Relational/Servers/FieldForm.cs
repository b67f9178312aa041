namespace SyncGen.Relational.Servers;

/// <summary>In which form a database holds values for which it has no type of its own.</summary>
/// <param name="AreGuidsBigEndian">Whether a GUID that is stored as bytes has them in the order in which it is written.</param>
/// <param name="AreSpansTicks">Whether a length of time may be stored as a number of ticks of 100 ns.</param>
public readonly record struct FieldForm(bool AreGuidsBigEndian = false, bool AreSpansTicks = false);
