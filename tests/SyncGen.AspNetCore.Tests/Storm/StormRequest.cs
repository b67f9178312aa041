namespace SyncGen.AspNetCore.Tests.Storm;

/// <summary>A request as it is before it is sent: whatever is in it.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">What follows the service's address.</param>
/// <param name="Headers">Names and values.</param>
/// <param name="Body">The body; null if there is none.</param>
internal sealed record StormRequest(string Method, string Path, IReadOnlyList<(string Name, string Value)> Headers, byte[]? Body)
{
    public StormRequest With(string name, string value) => this with { Headers = [.. Headers.Where(header => header.Name != name), (name, value)] };

    /// <summary>The request for an HTTP client; null if that would not send it.</summary>
    public HttpRequestMessage? ToMessage(Uri service)
    {
        if (!Uri.TryCreate(service + Path, UriKind.Absolute, out var address) || address.Authority != service.Authority || Method.Any(unit => !char.IsAsciiLetter(unit)))
        {
            return null;
        }

        var message = new HttpRequestMessage(new HttpMethod(Method), address);
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
        }

        foreach (var (name, value) in Headers)
        {
            // Line breaks would end the header: no client sends them.
            var clean = string.Concat(value.Where(unit => unit is >= ' ' and < (char)0x7F));
            if (!message.Headers.TryAddWithoutValidation(name, clean))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, clean);
            }
        }

        return message;
    }

    public override string ToString() =>
        $"{Method} {Path} {string.Join(", ", Headers.Select(header => $"{header.Name}: {header.Value}"))} {(Body is null ? "" : Convert.ToBase64String(Body))}";
}
