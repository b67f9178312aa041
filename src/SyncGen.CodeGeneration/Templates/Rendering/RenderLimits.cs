namespace SyncGen.CodeGeneration.Templates.Rendering;

/// <summary>How far a template may go in printing one file: it runs inside the compiler.</summary>
internal static class RenderLimits
{
    /// <summary>How many times loops may turn, all together.</summary>
    public const int TurnsMax = 1_000_000;

    /// <summary>How deep functions and includes may lie in each other.</summary>
    public const int DepthMax = 100;

    /// <summary>How many characters a file may have.</summary>
    public const int CharactersMax = 2_000_000;

    /// <summary>How long it may take.</summary>
    public const int Seconds = 10;

    /// <summary>How long one regular expression may take.</summary>
    public const int ExpressionSeconds = 1;
}
