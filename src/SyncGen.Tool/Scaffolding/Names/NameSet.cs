using System.Collections;
using System.Globalization;

namespace SyncGen.Tool.Scaffolding.Names;

/// <summary>Names of which none is given twice, not even in another case.</summary>
internal sealed class NameSet : IEnumerable<string>
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>For classes: no namespace that every program uses is hidden by one.</summary>
    public static NameSet OfClasses() => new() { "System", "SyncGen", "Microsoft" };

    /// <summary>For members of a class: neither its own name nor what every object has.</summary>
    public static NameSet OfMembers(string className) =>
        new() { className, "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString" };

    /// <summary>Notes a name that is given already.</summary>
    public void Add(string name) => _taken.Add(name);

    /// <summary>Takes the first of some names that is free, or else the last with the first number from 2 on that makes it so.</summary>
    public string Take(params ReadOnlySpan<string> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (_taken.Add(candidate))
            {
                return candidate;
            }
        }

        for (var number = 2; ; number++)
        {
            var numbered = candidates[^1] + number.ToString(CultureInfo.InvariantCulture);
            if (_taken.Add(numbered))
            {
                return numbered;
            }
        }
    }

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => _taken.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
