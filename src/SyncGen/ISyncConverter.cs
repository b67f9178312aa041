namespace SyncGen;

/// <summary>Converts a property's value to a column type and back, without loss. Never asked for null.</summary>
/// <typeparam name="TValue">The property's type, not nullable.</typeparam>
/// <typeparam name="TStored">One of the column types, not nullable.</typeparam>
public interface ISyncConverter<TValue, TStored>
{
    /// <summary>The value as it is stored.</summary>
    static abstract TStored ToStored(TValue value);

    /// <summary>The value that was stored.</summary>
    static abstract TValue FromStored(TStored stored);
}
