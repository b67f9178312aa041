namespace SyncGen.Tool.Verification;

/// <summary>A row as a scan gives it.</summary>
/// <param name="KeyHash">A hash of its key.</param>
/// <param name="RowHash">A hash of all its values.</param>
/// <param name="Values">Its values; the object takes the next row when this one is done with.</param>
/// <param name="Key">Gives its key as JSON.</param>
internal readonly record struct ScannedRow(UInt128 KeyHash, UInt128 RowHash, RowValues Values, Func<string> Key);
