using System.IO.Compression;
using System.Xml.Linq;

namespace SyncGen.Packaging.Tests;

/// <summary>What lies in the packages: a wrong file or dependency shows nowhere else before a user meets it.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class PackageContentTests(PackedFeed feed)
{
    /// <summary>The packages and the dependencies that a user gets with each.</summary>
    private static readonly Dictionary<string, string[]> s_dependencies = new()
    {
        ["SyncGen"] = ["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions"],
        ["SyncGen.AspNetCore"] = ["Microsoft.IO.RecyclableMemoryStream", "SyncGen.OData"],
        ["SyncGen.Http"] = ["Microsoft.Extensions.Http.Resilience", "SyncGen.OData"],
        ["SyncGen.MySql"] = ["MySqlConnector", "SyncGen.Relational"],
        ["SyncGen.OData"] = ["MessagePack", "SyncGen", "ZstdSharp.Port"],
        ["SyncGen.PostgreSql"] = ["Npgsql", "SyncGen.Relational"],
        ["SyncGen.Relational"] = ["Polly.Core", "SyncGen"],
        ["SyncGen.SqlServer"] = ["Microsoft.Data.SqlClient", "SyncGen.Relational"],
        ["SyncGen.Sqlite"] = ["Microsoft.Data.Sqlite", "SyncGen.Relational"],
    };

    // What .NET 10 has and .NET 8 has not.
    private static IEnumerable<string> Expected(string package, string framework) =>
        package == "SyncGen.OData" && framework == "net8.0" ? ["MessagePack", "SyncGen", "System.IO.Pipelines", "ZstdSharp.Port"] : s_dependencies[package];

    /// <summary>What is no library: it has its own layout, and nothing depends on it.</summary>
    private static readonly string[] s_tools = ["SyncGen.MSBuild", "SyncGen.Templates", "SyncGen.Tool"];

    private IEnumerable<string> Libraries => feed.Packages().Where(path => !s_tools.Contains(NameOf(path)));

    [Fact]
    public void Packages_are_those_that_we_mean_to_ship() =>
        Assert.Equal(s_dependencies.Keys.Concat(s_tools).Order(StringComparer.Ordinal), feed.Packages().Select(NameOf).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("SyncGen.MSBuild", "build/SyncGen.MSBuild.props", "build/SyncGen.MSBuild.targets", "tasks/SyncGen.CodeGeneration.dll", "tasks/SyncGen.MSBuild.dll")]
    [InlineData("SyncGen.Templates", "content/Server/.template.config/template.json", "content/Server/README.md", "content/Client/.template.config/template.json", "content/Client/README.md")]
    [InlineData("SyncGen.Tool", "tools/net10.0/any/DotnetToolSettings.xml", "tools/net10.0/any/SyncGen.Tool.dll", "tools/net10.0/any/Scriban.Signed.dll")]
    public void Tool_has_what_it_needs_and_no_dependency(string name, params string[] wanted)
    {
        using var package = ZipFile.OpenRead(feed.Packages().Single(path => NameOf(path) == name));
        var files = package.Entries.Select(entry => entry.FullName).ToList();

        Assert.Empty(wanted.Append("README.md").Append("icon.png").Except(files));
        Assert.DoesNotContain(files, file => file.StartsWith("lib/", StringComparison.Ordinal));
        Assert.Equal("MIT", Nuspec(package).Descendants().Single(element => element.Name.LocalName == "license").Value);
        Assert.DoesNotContain(Nuspec(package).Descendants(), element => element.Name.LocalName == "dependency");
    }

    [Fact]
    public void Every_library_comes_with_its_symbols() =>
        Assert.Equal(Libraries.Select(path => Path.ChangeExtension(path, ".snupkg")), Directory.GetFiles(feed.Path, "*.snupkg").Where(path => !path.Contains("SyncGen.Tool", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Props_reach_projects_at_any_distance()
    {
        using var package = ZipFile.OpenRead(feed.Packages().Single(path => NameOf(path) == "SyncGen"));

        Assert.Contains(package.Entries, entry => entry.FullName == "buildTransitive/SyncGen.props");
    }

    [Fact]
    public void Every_package_serves_both_frameworks_and_shows_its_readme() => Assert.All(Libraries, path =>
    {
        var name = NameOf(path);
        using var package = ZipFile.OpenRead(path);
        var files = package.Entries.Select(entry => entry.FullName).ToList();

        string[] wanted = ["README.md", "icon.png", $"lib/net10.0/{name}.dll", $"lib/net10.0/{name}.xml", $"lib/net8.0/{name}.dll", $"lib/net8.0/{name}.xml"];
        Assert.Empty(wanted.Except(files));
        Assert.Equal("MIT", Nuspec(package).Descendants().Single(element => element.Name.LocalName == "license").Value);
    });

    [Fact]
    public void Every_package_depends_on_what_we_decided_and_no_more() => Assert.All(Libraries, path =>
    {
        var name = NameOf(path);
        using var package = ZipFile.OpenRead(path);
        var groups = Nuspec(package).Descendants().Where(element => element.Name.LocalName == "group" && element.Parent!.Name.LocalName == "dependencies").ToList();

        Assert.Equal(2, groups.Count);
        Assert.All(groups, group =>
            Assert.Equal(Expected(name, (string)group.Attribute("targetFramework")!), group.Elements().Select(dependency => (string)dependency.Attribute("id")!).Order(StringComparer.Ordinal)));
    });

    [Fact]
    public void Generator_travels_with_all_that_it_loads()
    {
        using var package = ZipFile.OpenRead(feed.Packages().Single(path => Path.GetFileName(path) == $"SyncGen.{feed.Version}.nupkg"));

        var analyzers = package.Entries.Select(entry => entry.FullName).Where(path => path.StartsWith("analyzers/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

        Assert.Equal(
            ["analyzers/dotnet/cs/Scriban.Signed.dll", "analyzers/dotnet/cs/SyncGen.CodeFixes.dll", "analyzers/dotnet/cs/SyncGen.CodeGeneration.dll", "analyzers/dotnet/cs/SyncGen.Generators.dll"],
            analyzers.Where(path => path.EndsWith(".dll", StringComparison.Ordinal)));
    }

    private string NameOf(string path) => Path.GetFileName(path).Replace($".{feed.Version}.nupkg", "");

    private static XDocument Nuspec(ZipArchive package)
    {
        using var stream = package.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(stream);
    }
}
