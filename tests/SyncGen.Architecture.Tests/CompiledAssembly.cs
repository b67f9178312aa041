using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SyncGen.Architecture.Tests;

/// <summary>Reads a compiled assembly's metadata without loading it.</summary>
internal static class CompiledAssembly
{
    public static IReadOnlyList<string> References(string path) => Read(path, metadata =>
        metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)));

    public static IReadOnlyList<(string Namespace, string Name)> Types(string path) => Read(path, metadata =>
        metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Select(type => (metadata.GetString(type.Namespace), metadata.GetString(type.Name))));

    /// <summary>
    /// The types of reflection that the assembly refers to. Attributes of System.Reflection are the compiler's; a type's name, which a
    /// message may hold, needs no reflection though it is declared there.
    /// </summary>
    public static IReadOnlyList<string> Reflection(string path) => Read(path, metadata =>
        from handle in metadata.TypeReferences
        let type = metadata.GetTypeReference(handle)
        let fullName = $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"
        where (fullName.StartsWith("System.Reflection.", StringComparison.Ordinal) && !fullName.EndsWith("Attribute", StringComparison.Ordinal))
            || fullName.StartsWith("Microsoft.CSharp.", StringComparison.Ordinal)
            || fullName is "System.Activator"
        where fullName is not "System.Reflection.MemberInfo" || MembersOf(metadata, handle).Any(member => member != "get_Name")
        select fullName);

    private static IEnumerable<string> MembersOf(MetadataReader metadata, TypeReferenceHandle type) => metadata.MemberReferences
        .Select(metadata.GetMemberReference).Where(member => member.Parent == type).Select(member => metadata.GetString(member.Name));

    private static List<T> Read<T>(string path, Func<MetadataReader, IEnumerable<T>> select)
    {
        using var file = File.OpenRead(path);
        using var image = new PEReader(file);
        return [.. select(image.GetMetadataReader())];
    }
}
