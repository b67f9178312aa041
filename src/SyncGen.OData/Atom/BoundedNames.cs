using System.Xml;

namespace SyncGen.OData.Atom;

/// <summary>
/// The names of a feed, of which one tag has no more than a feed's ever need. An XML reader takes in all attributes of a tag before anybody
/// can look at it, in many times the memory, and compares each with each.
/// </summary>
internal sealed class BoundedNames : NameTable
{
    private const int NamesMax = 1_000;

    private int _names;

    /// <summary>What follows belongs to another node.</summary>
    public void BeginNode() => _names = 0;

    public override string Add(string key)
    {
        Count();
        return base.Add(key);
    }

    public override string Add(char[] key, int start, int len)
    {
        Count();
        return base.Add(key, start, len);
    }

    private void Count()
    {
        if (++_names > NamesMax)
        {
            throw Malformed.TooLarge($"A tag of the feed has more than {NamesMax} attributes.");
        }
    }
}
