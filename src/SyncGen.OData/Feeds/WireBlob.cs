namespace SyncGen.OData.Feeds;

/// <summary>The server's blob as text.</summary>
internal static class WireBlob
{
    /// <summary>Reads it. The text "null" is what the original writes where there is none.</summary>
    public static byte[] Parse(string text)
    {
        text = text.Trim();
        var bytes = new byte[text.Length / 4 * 3 + 3];
        return text is "" or "null" ? []
            : Convert.TryFromBase64String(text, bytes, out var written) ? bytes[..written]
            : throw Malformed.Of("The server blob is no Base64.");
    }
}
