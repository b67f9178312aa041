using System.Xml.Linq;

namespace SyncGen.Tool.Services;

/// <summary>Finds what entity types refer to. Version 4 says it in navigations, those before it in associations.</summary>
/// <param name="types">The entity types by their full names.</param>
/// <param name="associations">The associations.</param>
internal sealed class CsdlReferences(IReadOnlyDictionary<string, XElement> types, IReadOnlyList<XElement> associations)
{
    /// <summary>What a type refers to.</summary>
    public IEnumerable<CsdlReference> Of(XElement type) =>
        type.Parts("NavigationProperty").Select(OfNavigation).Concat(associations.Select(association => OfAssociation(type, association))).OfType<CsdlReference>();

    private CsdlReference? OfNavigation(XElement navigation)
    {
        var pairs = navigation.Parts("ReferentialConstraint").Select(part => (part.Text("ReferencedProperty"), part.Text("Property"))).ToList();
        return pairs.Count > 0 && NameOf(navigation.Text("Type")) is { } parent ? new CsdlReference(navigation.Text("Name") ?? parent, parent, Pairs(pairs)) : null;
    }

    // The dependent end has a navigation, or none: then the parent's name stands for it.
    private CsdlReference? OfAssociation(XElement type, XElement association)
    {
        if (association.Part("ReferentialConstraint") is not { } constraint || constraint.Part("Principal") is not { } principal || constraint.Part("Dependent") is not { } dependent
            || TypeAt(association, dependent) is not { } own || types.GetValueOrDefault(own) != type || NameOf(TypeAt(association, principal)) is not { } parent)
        {
            return null;
        }

        var navigation = type.Parts("NavigationProperty").FirstOrDefault(part =>
            part.Text("Relationship")?.Split('.')[^1] == association.Text("Name") && part.Text("FromRole") == dependent.Text("Role"));
        var pairs = principal.Parts("PropertyRef").Zip(dependent.Parts("PropertyRef"), (theirs, ours) => (theirs.Text("Name"), ours.Text("Name")));
        return new CsdlReference(navigation?.Text("Name") ?? parent, parent, Pairs(pairs));
    }

    private static string? TypeAt(XElement association, XElement role) =>
        association.Parts("End").FirstOrDefault(end => end.Text("Role") == role.Text("Role"))?.Text("Type");

    private string? NameOf(string? fullName) => fullName is null ? null : types.GetValueOrDefault(fullName)?.Text("Name");

    private static Dictionary<string, string> Pairs(IEnumerable<(string? Theirs, string? Ours)> pairs)
    {
        Dictionary<string, string> properties = new(StringComparer.Ordinal);
        foreach (var (theirs, ours) in pairs)
        {
            if (theirs is not null && ours is not null)
            {
                properties[theirs] = ours;
            }
        }

        return properties;
    }
}
