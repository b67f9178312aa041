using SyncGen.CodeGeneration.Model.Declarations;

namespace SyncGen.CodeGeneration.Documents.Json;

/// <summary>Makes places of positions in a text.</summary>
internal sealed class TextLines
{
    private readonly string _path;
    private readonly List<int> _starts = [0];

    public TextLines(string text, string path)
    {
        _path = path;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                _starts.Add(i + 1);
            }
        }
    }

    /// <summary>The place from one position up to another.</summary>
    public SourceToken Between(int start, int end)
    {
        var (line, column) = At(start);
        var (endLine, endColumn) = At(end);
        return new SourceToken(_path, start, end - start, line, column, endLine, endColumn);
    }

    private (int Line, int Column) At(int position)
    {
        var index = _starts.BinarySearch(position);
        var line = index >= 0 ? index : ~index - 1;
        return (line, position - _starts[line]);
    }
}
