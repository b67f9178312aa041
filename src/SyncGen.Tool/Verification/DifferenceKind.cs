namespace SyncGen.Tool.Verification;

/// <summary>How two stores differ in a row.</summary>
internal enum DifferenceKind
{
    /// <summary>The first store alone has it.</summary>
    OnlyFrom,

    /// <summary>The second store alone has it.</summary>
    OnlyTo,

    /// <summary>Both have it, with other values.</summary>
    Values,

    /// <summary>The first store holds values in it that cannot be read as the model says.</summary>
    UnreadableFrom,

    /// <summary>The second store does.</summary>
    UnreadableTo,
}
