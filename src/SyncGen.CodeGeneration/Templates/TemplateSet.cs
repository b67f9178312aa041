using SyncGen.CodeGeneration.Findings;

namespace SyncGen.CodeGeneration.Templates;

/// <summary>All templates of a project, in the order of their paths.</summary>
internal sealed record TemplateSet(EquatableArray<OwnTemplate> Templates)
{
    /// <summary>Puts templates together. A file that a project names twice counts once.</summary>
    public static TemplateSet Of(IEnumerable<OwnTemplate> templates) => new(templates.Distinct().OrderBy(t => t.Path, StringComparer.Ordinal).ToEquatableArray());

    /// <summary>The files of SyncGen's own that templates are printed in place of.</summary>
    public BuiltInOutput Replaced => Templates.Aggregate(BuiltInOutput.None, (all, t) => all | (t.Header?.Replaces ?? BuiltInOutput.None));

    /// <summary>What is wrong with each by itself.</summary>
    public IEnumerable<Finding> Findings => Templates.SelectMany(t => t.Findings);

    /// <summary>The templates that one may include, over any number of others; null if one of them, or it itself, cannot be read.</summary>
    public EquatableArray<OwnTemplate>? LibraryOf(OwnTemplate template)
    {
        var found = new HashSet<OwnTemplate> { template };
        var open = new Queue<OwnTemplate>(found);
        while (open.Count > 0)
        {
            var next = open.Dequeue();
            foreach (var included in next.Includes is { } names ? names.SelectMany(n => Named(Templates, n)) : Templates)
            {
                if (found.Add(included))
                {
                    open.Enqueue(included);
                }
            }
        }

        return found.All(t => t.Body is not null) ? found.OrderBy(t => t.Path, StringComparer.Ordinal).ToEquatableArray() : null;
    }

    /// <summary>The templates of a name, which may begin with the folders that they lie in.</summary>
    public static IEnumerable<OwnTemplate> Named(IEnumerable<OwnTemplate> templates, string name)
    {
        var file = name.EndsWith(OwnTemplate.Extension, StringComparison.OrdinalIgnoreCase) ? name : name + OwnTemplate.Extension;
        return templates.Where(t => t.Path.Equals(file, StringComparison.OrdinalIgnoreCase) || t.Path.EndsWith("/" + file, StringComparison.OrdinalIgnoreCase));
    }
}
