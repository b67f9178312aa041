namespace SyncGen.Tool.Verification;

/// <summary>A row that may differ.</summary>
/// <param name="Hash">A hash of its key.</param>
/// <param name="Side">0 for the first store, 1 for the second.</param>
/// <param name="Row">A hash of all its values.</param>
/// <param name="Key">Its key as JSON.</param>
/// <param name="Values">Its values as JSON.</param>
internal sealed record SuspectRow(byte[] Hash, int Side, byte[] Row, string Key, string Values);
