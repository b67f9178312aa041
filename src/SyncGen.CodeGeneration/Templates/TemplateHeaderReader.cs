using System.Globalization;
using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model.Declarations;
using SyncGen.CodeGeneration.Templates.Views;

namespace SyncGen.CodeGeneration.Templates;

/// <summary>Understands a template's header.</summary>
internal sealed class TemplateHeaderReader(string template, FindingList findings)
{
    private const string Example = "{{## for: entity ##}}";

    private readonly Dictionary<string, Annotated<string>> _values = new(StringComparer.Ordinal);

    /// <summary>The header; null if there is something wrong with it, which is then among the findings.</summary>
    public TemplateHeader? Read(TemplateHeaderText text)
    {
        if (!text.IsThere || !text.IsClosed)
        {
            findings.Add(TemplateRules.Header, text.Whole, text.IsThere ? "it is not closed by '##}}'" : $"there is none; begin the file with one, such as '{Example}'");
            return null;
        }

        ReadLines(text);
        CheckModel();
        var header = Header(text);
        return findings.ErrorCount == 0 ? header : null;
    }

    private void ReadLines(TemplateHeaderText text)
    {
        foreach (var (name, value) in text.Lines())
        {
            if (name.Value is not ("for" or "output" or "replaces" or "model") || value is null)
            {
                findings.Add(TemplateRules.Header, name.Source, $"'{name.Value}' means nothing in it; a line is one of 'for: …', 'replaces: …', 'output: …' and 'model: …'");
            }
            else if (_values.ContainsKey(name.Value))
            {
                findings.Add(TemplateRules.Header, name.Source, $"'{name.Value}' stands in it twice");
            }
            else
            {
                _values.Add(name.Value, value);
            }
        }
    }

    private void CheckModel()
    {
        if (!_values.TryGetValue("model", out var model))
        {
            return;
        }

        if (!int.TryParse(model.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version == 0)
        {
            findings.Add(TemplateRules.Header, model.Source, $"'model' takes a number, from 1 to {TemplateModelVersion.Current}");
        }
        else if (version > TemplateModelVersion.Current)
        {
            findings.Add(TemplateRules.NewerModel, model.Source, version, TemplateModelVersion.Current);
        }
    }

    private TemplateHeader? Header(TemplateHeaderText text)
    {
        _values.TryGetValue("for", out var subject);
        _values.TryGetValue("replaces", out var replaced);
        _values.TryGetValue("output", out var output);
        if (subject is null == replaced is null)
        {
            findings.Add(TemplateRules.Header, text.Whole, $"it needs either 'for' or 'replaces', as in '{Example}'");
            return null;
        }

        if (replaced is not null)
        {
            if (output is not null)
            {
                findings.Add(TemplateRules.Header, output.Source, "what is replaced keeps the name of its file, so leave 'output' out");
            }

            return new TemplateHeader(TemplateSubject.Scope, "", Replaced(replaced), replaced.Source);
        }

        return Subject(subject!) is { } kind ? WithOutput(kind, subject!, output) : null;
    }

    private BuiltInOutput Replaced(Annotated<string> name)
    {
        var found = BuiltInOutputs.Find(name.Value);
        if (found == BuiltInOutput.None)
        {
            var replaceable = $"what can be is {string.Join(" and ", BuiltInOutputs.Replaceable)}";
            findings.Add(TemplateRules.NotReplaceable, name.Source, name.Value, BuiltInOutputs.WhyFixed(name.Value) is { } reason ? $"{reason}; {replaceable}" : $"there is no such file; {replaceable}");
        }

        return found;
    }

    private TemplateSubject? Subject(Annotated<string> name)
    {
        var all = (TemplateSubject[])Enum.GetValues(typeof(TemplateSubject));
        foreach (var subject in all.Where(s => NameOf(s) == name.Value))
        {
            return subject;
        }

        findings.Add(TemplateRules.Header, name.Source, $"'for' takes {string.Join(", ", all.Select(NameOf))}, and not '{name.Value}'");
        return null;
    }

    private TemplateHeader WithOutput(TemplateSubject subject, Annotated<string> source, Annotated<string>? output)
    {
        var place = output?.Source ?? source.Source;
        var pattern = output?.Value ?? OutputName.Default(subject, template);
        if (subject == TemplateSubject.Include ? output is not null : !OutputName.IsValid(pattern, subject))
        {
            findings.Add(TemplateRules.Header, place, OutputName.Wanted(pattern, subject));
        }

        return new TemplateHeader(subject, pattern, BuiltInOutput.None, place);
    }

    private static string NameOf(TemplateSubject subject) => subject.ToString().ToLowerInvariant();
}
