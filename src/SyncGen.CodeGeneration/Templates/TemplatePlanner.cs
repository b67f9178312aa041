using SyncGen.CodeGeneration.Emission.CSharp;
using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model;
using SyncGen.CodeGeneration.Templates.Views;

namespace SyncGen.CodeGeneration.Templates;

/// <summary>Decides what is printed of what, under which name. Prints nothing.</summary>
internal sealed class TemplatePlanner
{
    private readonly TemplateViews _views;
    private readonly Dictionary<string, string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly FindingList _findings = new();
    private readonly List<TemplateJob> _jobs = [];

    private TemplatePlanner(TemplateViews views) => _views = views;

    /// <param name="set">The templates.</param>
    /// <param name="views">What they are given.</param>
    /// <param name="builtIn">The names of all files that SyncGen prints itself.</param>
    /// <param name="isForCompiler">Whether only C# is wanted.</param>
    public static TemplatePlan Plan(TemplateSet set, TemplateViews views, IEnumerable<string> builtIn, bool isForCompiler)
    {
        var planner = new TemplatePlanner(views);
        planner.Reserve(builtIn, set.Replaced);
        foreach (var template in set.Templates.Where(t => t.Header is not null && t.Header.Subject != TemplateSubject.Include))
        {
            if (set.LibraryOf(template) is { } library)
            {
                planner.Add(template, template.Header!, library, isForCompiler);
            }
        }

        return new TemplatePlan(planner._jobs.ToEquatableArray(), set.Findings.Concat(planner._findings.ToArray()).ToEquatableArray());
    }

    private void Reserve(IEnumerable<string> builtIn, BuiltInOutput replaced)
    {
        var free = new HashSet<string>(_views.Project.Scopes.SelectMany(s => Flags(replaced).Select(output => ReplacedName(s, output))), StringComparer.Ordinal);
        foreach (var name in builtIn.Where(n => !free.Contains(n)))
        {
            _taken[name] = "by SyncGen itself";
        }
    }

    private void Add(OwnTemplate template, TemplateHeader header, EquatableArray<OwnTemplate> library, bool isForCompiler)
    {
        if (header.Replaces == BuiltInOutput.None && isForCompiler && !OutputName.IsCSharp(header.Output))
        {
            return;
        }

        TemplateJob Job(string name, string fullName, string scope) => new(template, library, OutputName.Of(header.Output, name, fullName, scope), _views.Model);
        switch (header.Subject)
        {
            case TemplateSubject.Entity:
                AddAll(_views.Project.Entities.Select(e => Job(e.Name, e.FullName, "") with { Entity = e }));
                break;
            case TemplateSubject.Scope when header.Replaces != BuiltInOutput.None:
                AddAll(_views.Project.Scopes.Where(s => IsPrinted(s, header.Replaces)).Select(s => Job("", "", "") with { File = ReplacedName(s, header.Replaces), Scope = s }));
                break;
            case TemplateSubject.Scope:
                AddAll(_views.Project.Scopes.Select(s => Job(s.Class, s.FullName, s.Name) with { Scope = s }));
                break;
            default:
                AddAll([Job("", "", "") with { Project = _views.Project }]);
                break;
        }
    }

    private void AddAll(IEnumerable<TemplateJob> jobs)
    {
        foreach (var job in jobs)
        {
            if (_taken.TryGetValue(job.File, out var other))
            {
                _findings.Add(TemplateRules.OutputTwice, job.Template.Header!.OutputSource, job.File, job.Subject, other);
            }
            else
            {
                _taken.Add(job.File, $"for {job.Subject} by '{job.Template.Name}'");
                _jobs.Add(job);
            }
        }
    }

    // Where SyncGen would print the file.
    private bool IsPrinted(TemplateScope scope, BuiltInOutput output) =>
        scope.Visibility != nameof(ClassVisibility.Private).ToLowerInvariant()
        && (output == BuiltInOutput.Services ? _views.Model.HasServices : _views.Model.HasEndpoints);

    private static string ReplacedName(TemplateScope scope, BuiltInOutput output) =>
        CSharpFile.NameOf(new TypeReference(scope.Type, scope.Identifier, scope.Namespace), output.ToString());

    private static IEnumerable<BuiltInOutput> Flags(BuiltInOutput outputs) =>
        new[] { BuiltInOutput.Services, BuiltInOutput.Endpoints }.Where(o => outputs.HasFlag(o));
}
