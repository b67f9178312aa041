namespace SyncGen.AspNetCore.Tests.Service;

/// <summary>A row as a stranger knows it: names and texts.</summary>
internal sealed record StrangerEntry(string Type, Dictionary<string, string?> Values)
{
    public string? Id { get; init; }

    public string? TempId { get; init; }

    public bool IsDeleted { get; init; }

    public string? Resolution { get; init; }

    public StrangerEntry? Conflicting { get; init; }

    public string? Error { get; init; }

    public StrangerEntry? InError { get; init; }

    public string? this[string name] => Values.GetValueOrDefault(name);

    public static StrangerEntry NewItem(Guid id, string title, decimal price = 1, string? rowId = null) => new("Shop.Item", new()
    {
        ["Id"] = id.ToString(),
        ["Title"] = title,
        ["Price"] = price.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Sold"] = null,
    })
    {
        Id = rowId,
        TempId = rowId is null ? $"t-{id}" : null,
    };

    public StrangerEntry With(string name, string? value) => this with { Values = new(Values) { [name] = value } };
}
