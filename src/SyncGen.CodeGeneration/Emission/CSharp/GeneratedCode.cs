namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>The attribute that says who wrote the code.</summary>
internal static class GeneratedCode
{
    public static string Attribute { get; } =
        $"[global::System.CodeDom.Compiler.GeneratedCode(\"SyncGen\", \"{typeof(GeneratedCode).Assembly.GetName().Version.ToString(3)}\")]";
}
