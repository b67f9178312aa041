namespace SyncGen.Providers.Specification.Stores;

/// <summary>A moment in a leaf's session.</summary>
public enum LeafMoment
{
    /// <summary>The hub has answered, and the answer is about to be taken.</summary>
    Confirming,

    /// <summary>A batch was read, and is about to be applied.</summary>
    Applying,

    /// <summary>A batch was applied, or not.</summary>
    Applied,
}
