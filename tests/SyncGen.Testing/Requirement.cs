namespace SyncGen.Testing;

/// <summary>What a test may need beyond the .NET SDK.</summary>
public enum Requirement
{
    /// <summary>The linker that NativeAOT publishing calls: clang and zlib's headers on Linux.</summary>
    NativeToolchain,

    /// <summary>Python 3.10 or later, as <c>python3</c>: the model of the synchronisation rules is a Python program.</summary>
    Python,
}
