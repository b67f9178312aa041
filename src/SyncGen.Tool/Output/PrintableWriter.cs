using System.Text;

namespace SyncGen.Tool.Output;

/// <summary>Writes words for people, without commands to a terminal in them. Whatever is written at once goes on at once.</summary>
internal sealed class PrintableWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(Printable.Lines(value.ToString()));

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value) => inner.Write(Printable.Lines(value ?? ""));

    public override void WriteLine() => inner.WriteLine();

    public override void WriteLine(string? value) => inner.WriteLine(Printable.Lines(value ?? ""));

    public override Task WriteAsync(string? value) => inner.WriteAsync(Printable.Lines(value ?? ""));

    public override Task WriteLineAsync(string? value) => inner.WriteLineAsync(Printable.Lines(value ?? ""));

    public override void Flush() => inner.Flush();
}
