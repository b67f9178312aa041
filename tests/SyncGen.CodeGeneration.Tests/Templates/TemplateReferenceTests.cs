using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using SyncGen.CodeGeneration.Templates.Rendering;
using SyncGen.CodeGeneration.Templates.Views;
using SyncGen.Testing;

namespace SyncGen.CodeGeneration.Tests.Templates;

/// <summary>The reference of what templates are given names exactly what they are given.</summary>
public sealed partial class TemplateReferenceTests
{
    private static readonly string s_reference = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "src", "SyncGen.CodeGeneration", "Templates", "README.md")).ReplaceLineEndings("\n");

    /// <summary>The views by the words of the reference.</summary>
    private static readonly IReadOnlyDictionary<string, Type> s_views = typeof(TemplateModel).Assembly.GetTypes()
        .Where(t => t.Namespace == typeof(TemplateModel).Namespace && t.GetMethod("<Clone>$") is not null && t != typeof(TemplateViews))
        .ToDictionary(t => t.Name["Template".Length..].ToLowerInvariant());

    [Fact]
    public void Every_member_is_in_the_reference_with_its_type_and_in_order() => Assert.All(s_views, view =>
    {
        var expected = TemplateValues.MembersOf(view.Value).Select(m => $"{m.Name}: {TypeOf(m.Property)}");

        Assert.Equal(expected, Section(view.Key));
    });

    [Fact]
    public void Reference_has_no_section_without_a_view() =>
        Assert.Equal(s_views.Keys.Order(StringComparer.Ordinal), Heading().Matches(s_reference).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void Version_and_limits_are_those_of_the_reference()
    {
        Assert.Contains($"\nThe version is {TemplateModelVersion.Current}. ", s_reference, StringComparison.Ordinal);
        foreach (var limit in new[] { RenderLimits.TurnsMax, RenderLimits.CharactersMax, RenderLimits.DepthMax, RenderLimits.Seconds })
        {
            Assert.Contains(limit.ToString("N0", CultureInfo.InvariantCulture), s_reference[s_reference.IndexOf("## Limits", StringComparison.Ordinal)..], StringComparison.Ordinal);
        }

        Assert.Equal(1, RenderLimits.ExpressionSeconds);
    }

    private static IEnumerable<string> Section(string heading)
    {
        var start = s_reference.IndexOf($"\n### {heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"The reference has no section '{heading}'.");
        return s_reference[(start + 1)..].Split("\n#")[0].Split('\n').Select(line => Row().Match(line)).Where(m => m.Success).Select(m => $"{m.Groups[1].Value}: {m.Groups[2].Value}");
    }

    private static string TypeOf(PropertyInfo property)
    {
        var isNull = new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var name = type.IsGenericType ? "list of " + NameOf(type.GetGenericArguments()[0]) : NameOf(type);
        return isNull ? name + " or null" : name;
    }

    private static string NameOf(Type type) =>
        type == typeof(string) ? "text" : type == typeof(int) ? "number" : type == typeof(bool) ? "true or false" : s_views.Single(v => v.Value == type).Key;

    [GeneratedRegex(@"^\| `(\w+)` \| ([^|]+?) \| [^|]+ \|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"\n### (\w+)\n")]
    private static partial Regex Heading();
}
