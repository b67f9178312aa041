namespace SyncGen.Providers.Specification.Models.Shops;

/// <summary>A customer's standing.</summary>
public enum Standing
{
    /// <summary>As most.</summary>
    Plain,

    /// <summary>Better.</summary>
    Golden,
}
