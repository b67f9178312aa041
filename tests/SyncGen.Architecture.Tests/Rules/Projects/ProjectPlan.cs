namespace SyncGen.Architecture.Tests.Rules.Projects;

/// <summary>What a shipped project may reference.</summary>
/// <param name="MayReference">The projects that it may compile against.</param>
/// <param name="MayCarry">The projects that it may build, or carry in its package, without compiling against them.</param>
/// <param name="Packages">The packages that it may reference.</param>
internal sealed record ProjectPlan(string[] MayReference, string[] MayCarry, string[] Packages)
{
    private static readonly string[] s_providers = ["SyncGen.Sqlite", "SyncGen.SqlServer", "SyncGen.PostgreSql", "SyncGen.MySql"];

    /// <summary>The picture of the architecture, by project. A new project, arrow or package is entered here, with the reason in its commit.</summary>
    public static IReadOnlyDictionary<string, ProjectPlan> All { get; } = new Dictionary<string, ProjectPlan>
    {
        ["SyncGen"] = new(
            [],
            ["SyncGen.Generators", "SyncGen.CodeFixes", "SyncGen.CodeGeneration"],
            ["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions"]),
        ["SyncGen.CodeGeneration"] = new([], [], ["Scriban.Signed", "PolySharp"]),
        ["SyncGen.Generators"] = new(
            ["SyncGen.CodeGeneration"],
            [],
            ["Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Analyzers", "PolySharp", "Scriban.Signed"]),
        ["SyncGen.CodeFixes"] = new([], [], ["Microsoft.CodeAnalysis.CSharp.Workspaces", "PolySharp"]),
        ["SyncGen.Relational"] = new(["SyncGen"], [], ["Polly.Core"]),
        ["SyncGen.Sqlite"] = new(["SyncGen.Relational"], [], ["Microsoft.Data.Sqlite"]),
        ["SyncGen.SqlServer"] = new(["SyncGen.Relational"], [], ["Microsoft.Data.SqlClient"]),
        ["SyncGen.PostgreSql"] = new(["SyncGen.Relational"], [], ["Npgsql"]),
        ["SyncGen.MySql"] = new(["SyncGen.Relational"], [], ["MySqlConnector"]),
        ["SyncGen.OData"] = new(["SyncGen"], [], ["MessagePack", "System.IO.Pipelines", "ZstdSharp.Port"]),
        ["SyncGen.Http"] = new(["SyncGen.OData"], [], ["Microsoft.Extensions.Http.Resilience"]),
        ["SyncGen.AspNetCore"] = new(["SyncGen.OData"], [], ["Microsoft.IO.RecyclableMemoryStream"]),
        ["SyncGen.Tool"] = new(["SyncGen.CodeGeneration", "SyncGen.Http", .. s_providers], [], ["Microsoft.CodeAnalysis.CSharp", "System.CommandLine", "Spectre.Console"]),
        ["SyncGen.MSBuild"] = new(["SyncGen.CodeGeneration"], [], ["Microsoft.Build.Utilities.Core"]),
        // Sources of new projects, which reference the packages: nothing of it is compiled here.
        ["SyncGen.Templates"] = new([], [], []),
    };
}
