namespace SyncGen.CodeGeneration.Emission.CSharp;

/// <summary>What the template of a scope's endpoints prints.</summary>
/// <param name="GeneratedCode">The attribute that says who wrote the code.</param>
/// <param name="Visibility">Such as <c>public</c>.</param>
/// <param name="Prefix">What the class is named after.</param>
/// <param name="Method">The method's name, such as <c>MapTodoScope</c>.</param>
/// <param name="Class">The scope's class by its simple name.</param>
/// <param name="Scope">The scope's class, from <c>global::</c> on.</param>
/// <param name="Name">The scope's name.</param>
internal sealed record EndpointsView(string GeneratedCode, string Visibility, string Prefix, string Method, string Class, string Scope, string Name);
