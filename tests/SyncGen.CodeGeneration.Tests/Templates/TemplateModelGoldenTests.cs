using System.Collections;
using System.Globalization;
using System.Text;
using Scriban.Runtime;
using SyncGen.CodeGeneration.Emission.CSharp;
using SyncGen.CodeGeneration.Templates.Rendering;
using SyncGen.CodeGeneration.Templates.Views;
using SyncGen.CodeGeneration.Tests.Declared;
using SyncGen.Testing;

namespace SyncGen.CodeGeneration.Tests.Templates;

/// <summary>What templates are given of a model that has all there is, as it was approved: a change of it is a change for users.</summary>
public sealed class TemplateModelGoldenTests
{
    private const string UpdateVariable = "SYNCGEN_UPDATE_GOLDEN";

    private static readonly string s_path = Path.Combine(RepositoryFolder.Path, "tests", "SyncGen.CodeGeneration.Tests", "Golden", "TemplateModel.txt");

    [Fact]
    public void What_templates_are_given_is_what_was_approved()
    {
        var actual = Actual();
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(s_path, actual);
        }

        Assert.True(File.Exists(s_path), $"There is no approved model: run the test with {UpdateVariable}=1, and read what comes out.");
        Assert.Equal(File.ReadAllText(s_path).ReplaceLineEndings("\n"), actual);
    }

    [Fact]
    public void Nothing_is_empty_in_all_of_it()
    {
        // Whatever a member can be besides null, empty, 0 and false, it is somewhere.
        var lines = Actual().Split('\n').Select(line => line.Trim().Split(" = ")).Where(parts => parts.Length == 2);
        var seen = lines.Where(parts => parts[1] is not ("null" or "[]" or "\"\"" or "false")).Select(parts => parts[0]).ToHashSet(StringComparer.Ordinal);
        var values = typeof(TemplateModel).Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(TemplateModel).Namespace && t.GetMethod("<Clone>$") is not null && t != typeof(TemplateViews))
            .SelectMany(TemplateValues.MembersOf)
            .Select(m => m.Name);

        // Converters and referenced classes take a compiler: the generator's tests have them.
        Assert.Equal(["converter", "is_referenced"], values.Distinct().Except(seen).Order(StringComparer.Ordinal));
    }

    private static string Actual()
    {
        var views = TemplateViewBuilder.Build(TestTemplates.Scopes, Declare.Options);
        var text = new StringBuilder();
        Append(text, "model", TemplateValues.Of(views.Model), 0);
        Append(text, "project", TemplateValues.Of(views.Project), 0);
        return text.ToString().Replace(GeneratedCode.Attribute, "[…]", StringComparison.Ordinal);
    }

    private static void Append(StringBuilder text, string name, object? value, int depth)
    {
        text.Append(' ', depth * 2).Append(name).Append(" = ");
        switch (value)
        {
            case ScriptObject members:
                text.Append("{}\n");
                foreach (var (member, inner) in members)
                {
                    Append(text, member, inner, depth + 1);
                }

                break;
            case IList { Count: > 0 } items:
                text.Append(items.Count).Append('\n');
                for (var i = 0; i < items.Count; i++)
                {
                    Append(text, $"[{i}]", items[i], depth + 1);
                }

                break;
            default:
                text.Append(value switch
                {
                    null => "null",
                    string words => $"\"{words}\"",
                    bool isTrue => isTrue ? "true" : "false",
                    IList => "[]",
                    _ => Convert.ToString(value, CultureInfo.InvariantCulture),
                }).Append('\n');
                break;
        }
    }
}
