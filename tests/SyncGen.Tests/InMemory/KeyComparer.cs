using SyncGen.Model;

namespace SyncGen.Tests.InMemory;

/// <summary>Compares rows by their keys.</summary>
internal sealed class KeyComparer<TRow>(SyncTable<TRow> table) : IEqualityComparer<TRow>
    where TRow : class
{
    public bool Equals(TRow? x, TRow? y) => x is null || y is null ? ReferenceEquals(x, y) : table.KeyEquals(x, y);

    public int GetHashCode(TRow obj) => table.KeyHash(obj);
}
