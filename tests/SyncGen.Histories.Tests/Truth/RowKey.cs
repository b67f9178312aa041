namespace SyncGen.Histories.Tests.Truth;

/// <summary>A row of any store. A child's key is written as a number too.</summary>
internal readonly record struct RowKey(string Table, int Key)
{
    public override string ToString() => $"{Table}[{Key}]";
}
