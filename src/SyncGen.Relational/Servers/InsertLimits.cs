namespace SyncGen.Relational.Servers;

/// <summary>How much goes with one statement that inserts many rows; a single row always does.</summary>
/// <param name="ValuesMax">How many values at the most.</param>
/// <param name="RowsMax">How many rows at the most.</param>
/// <param name="BytesMax">How many bytes of values; the row with which it is exceeded is the last.</param>
public readonly record struct InsertLimits(int ValuesMax, int RowsMax, long BytesMax);
