using System.Text.RegularExpressions;

namespace SyncGen.CodeGeneration.Templates;

/// <summary>The names of the files that a template prints, with places in braces for the subject's names.</summary>
internal static class OutputName
{
    private const string Name = "name";
    private const string FullName = "full_name";
    private const string Scope = "scope";

    // Characters that the compiler takes in the name of a generated file, and every system in a path.
    private static readonly Regex s_part = new(@"^(?=.*\w)[\w ,+()\[\]-]+(\.[\w ,+()\[\]-]+)*$", RegexOptions.CultureInvariant);
    private static readonly Regex s_place = new(@"\{(?<name>\w+)\}", RegexOptions.CultureInvariant);

    /// <summary>Whether the compiler may print it.</summary>
    public static bool IsCSharp(string name) => name.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);

    /// <summary>What files are named where a template does not say.</summary>
    public static string Default(TemplateSubject subject, string template) => subject == TemplateSubject.Project ? $"{template}.g.cs" : $"{{{FullName}}}.{template}.g.cs";

    public static bool IsValid(string pattern, TemplateSubject subject)
    {
        var known = PlacesOf(subject);
        var filled = s_place.Replace(pattern, match => known.Contains(match.Groups["name"].Value) ? "x" : "{");
        return filled.Split('/').All(part => s_part.IsMatch(part) && part.Trim() == part) && filled.Contains(".");
    }

    /// <summary>What there is to say of a name that is not valid.</summary>
    public static string Wanted(string pattern, TemplateSubject subject)
    {
        if (subject == TemplateSubject.Include)
        {
            return "what is only included has no file, so leave 'output' out";
        }

        var places = PlacesOf(subject);
        var also = places.Length == 0 ? "" : $" and the places {string.Join(", ", places.Select(p => "{" + p + "}"))}";
        return $"'{pattern}' cannot be the name of a file: 'output' takes letters, digits, '-', '_', '.', '/'{also}, and ends as in '.cs'";
    }

    /// <summary>The name for a subject.</summary>
    public static string Of(string pattern, string name, string fullName, string scope) => s_place.Replace(pattern, match => match.Groups["name"].Value switch
    {
        Name => name,
        FullName => fullName,
        _ => scope,
    });

    private static string[] PlacesOf(TemplateSubject subject) => subject switch
    {
        TemplateSubject.Entity => [Name, FullName],
        TemplateSubject.Scope => [Name, FullName, Scope],
        _ => [],
    };
}
