using System.Globalization;
using SyncGen.CodeGeneration.Documents.Json;
using SyncGen.CodeGeneration.Findings;
using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Documents;

/// <summary>An object of a file: hands out its members, and finds fault with those that are not what they should be.</summary>
internal sealed class DocumentObject
{
    private readonly JsonValue _value;
    private readonly string _what;
    private readonly FindingList _findings;
    private readonly List<string> _known = [];

    private DocumentObject(JsonValue value, string what, FindingList findings) => (_value, _what, _findings) = (value, what, findings);

    /// <summary>The object; null if the value is none, which is then among the findings.</summary>
    /// <param name="value">The value.</param>
    /// <param name="what">What it stands for, as the beginning of a sentence.</param>
    /// <param name="findings">Gets what is wrong.</param>
    public static DocumentObject? Of(JsonValue value, string what, FindingList findings)
    {
        if (value.Kind == JsonKind.Object)
        {
            return new DocumentObject(value, what, findings);
        }

        findings.Add(DocumentRules.WrongValue, value.Source, what, "an object in braces");
        return null;
    }

    /// <summary>A text; null if there is none.</summary>
    public Annotated<string>? Text(string name) =>
        Find(name, JsonKind.String, "a text in quotes") is { } value ? new(value.Text, value.Source) : null;

    /// <summary>True or false; null if it is not there.</summary>
    public Annotated<bool>? Flag(string name) =>
        Find(name, JsonKind.Boolean, "true or false") is { } value ? new(value.Text == "true", value.Source) : null;

    /// <summary>A whole number; null if there is none.</summary>
    public int? Number(string name, int least)
    {
        var wanted = string.Format(CultureInfo.InvariantCulture, "a whole number from {0} to {1}", least, int.MaxValue);
        if (Find(name, JsonKind.Number, wanted) is not { } value)
        {
            return null;
        }

        if (int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least)
        {
            return number;
        }

        Complain(name, value, wanted);
        return null;
    }

    /// <summary>One of an enum's names; null if there is none.</summary>
    public TEnum? Choice<TEnum>(string name)
        where TEnum : struct, Enum
    {
        var names = Enum.GetNames(typeof(TEnum));
        var wanted = "one of " + string.Join(", ", names);
        if (Find(name, JsonKind.String, wanted) is not { } value)
        {
            return null;
        }

        if (names.Contains(value.Text, StringComparer.Ordinal))
        {
            return (TEnum)Enum.Parse(typeof(TEnum), value.Text);
        }

        Complain(name, value, wanted);
        return null;
    }

    /// <summary>A list of texts; null if there is none.</summary>
    public EquatableArray<Annotated<string>>? Texts(string name)
    {
        if (Find(name, JsonKind.Array, "a list of texts in brackets") is not { } list)
        {
            return null;
        }

        foreach (var item in list.Items.Where(item => item.Kind != JsonKind.String))
        {
            Complain(name, item, "a list of texts in brackets");
        }

        return list.Items.Select(item => new Annotated<string>(item.Text, item.Source)).ToEquatableArray();
    }

    /// <summary>The members of an object; empty if it is not there.</summary>
    public IReadOnlyList<JsonMember> Objects(string name) => Find(name, JsonKind.Object, "an object in braces")?.Members ?? [];

    /// <summary>Whether there is a member of that name.</summary>
    public bool Has(string name) => _value.Members.Any(m => m.Name == name);

    /// <summary>Finds fault with the members that nobody has asked for.</summary>
    public void Close()
    {
        foreach (var member in _value.Members.Where(m => !_known.Contains(m.Name)))
        {
            _findings.Add(DocumentRules.UnknownMember, member.Source, _what, member.Name, string.Join(", ", _known));
        }
    }

    private JsonValue? Find(string name, JsonKind kind, string wanted)
    {
        _known.Add(name);
        var member = _value.Members.FirstOrDefault(m => m.Name == name);
        if (member is null || member.Value.Kind == kind)
        {
            return member?.Value;
        }

        Complain(name, member.Value, wanted);
        return null;
    }

    private void Complain(string name, JsonValue value, string wanted) =>
        _findings.Add(DocumentRules.WrongValue, value.Source, $"'{name}'", wanted);
}
