namespace SyncGen.Testing;

/// <summary>What a test may need beyond the .NET SDK.</summary>
public enum Requirement
{
    /// <summary>The linker that NativeAOT publishing calls: clang and zlib's headers on Linux.</summary>
    NativeToolchain,
}
