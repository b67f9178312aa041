using System.Text.Json;
using System.Xml.Linq;
using SyncGen.Testing;

namespace SyncGen.Packaging.Tests;

/// <summary>A folder of a user's, outside the repository, for projects that take our packages from the feed; or for one, which it writes.</summary>
internal sealed class UserProject(PackedFeed feed) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string File(string name) => _folder.File(name);

    /// <summary>The version of our packages.</summary>
    public string Version => feed.Version;

    /// <summary>Writes a new console project.</summary>
    /// <param name="package">Ours that it takes.</param>
    /// <param name="program">Its code.</param>
    /// <param name="tools">Ours that it takes for its build alone.</param>
    public async Task WriteAsync(string package, string program, params string[] tools)
    {
        var more = string.Concat(tools.Select(tool => $"""<PackageReference Include="{tool}" Version="{feed.Version}" PrivateAssets="all" />"""));
        await WriteSourcesAsync();
        await System.IO.File.WriteAllTextAsync(File("App.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{package}" Version="{feed.Version}" />
                {more}
              </ItemGroup>
            </Project>
            """);
        await System.IO.File.WriteAllTextAsync(File("Program.cs"), program);
    }

    /// <summary>Lets what runs in the folder find our packages.</summary>
    public async Task WriteSourcesAsync()
    {
        // Added to the user's own sources, which serve what our packages depend on.
        await System.IO.File.WriteAllTextAsync(File("NuGet.config"), $"""
            <configuration>
              <packageSources>
                <add key="syncgen-packed" value="{feed.Path}" />
              </packageSources>
            </configuration>
            """);
    }

    /// <summary>Builds all projects that lie in a folder, in one go; a warning is an error.</summary>
    public async Task BuildAllAsync(string folder, params string[] arguments)
    {
        var projects = Directory.GetFiles(File(folder), "*.csproj", SearchOption.AllDirectories).Select(project => Path.GetRelativePath(File(folder), project));
        var solution = new XElement("Solution", projects.Select(project => new XElement("Project", new XAttribute("Path", project))));
        await System.IO.File.WriteAllTextAsync(File($"{folder}/All.slnx"), solution.ToString());
        await DotnetAsync(["build", File($"{folder}/All.slnx"), "-warnaserror", "-v", "q", .. arguments]);
    }

    public Task<string> DotnetAsync(params string[] arguments) => DotnetCommand.RunAsync(_folder.Path, arguments);

    /// <summary>Deletes the folder, and this run's packages from the folder in which NuGet keeps what it has unpacked.</summary>
    public void Dispose()
    {
        foreach (var folder in PackageFolders().Where(Directory.Exists))
        {
            foreach (var package in Directory.GetDirectories(folder, "syncgen*").Where(package => Directory.Exists(Path.Combine(package, feed.Version))))
            {
                Directory.Delete(Path.Combine(package, feed.Version), recursive: true);
                if (!Directory.EnumerateFileSystemEntries(package).Any())
                {
                    Directory.Delete(package);
                }
            }
        }

        _folder.Dispose();
    }

    private IReadOnlyList<string> PackageFolders()
    {
        if (Directory.EnumerateFiles(_folder.Path, "project.assets.json", SearchOption.AllDirectories).FirstOrDefault() is not { } assets)
        {
            return [];
        }

        using var json = JsonDocument.Parse(System.IO.File.ReadAllText(assets));
        return [.. json.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
    }
}
