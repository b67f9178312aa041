using System.Security.Cryptography;
using System.Text.Json;
using SyncGen.Benchmarks.Stores;

namespace SyncGen.Benchmarks.Load;

/// <summary>Tells whether two databases hold the same rows.</summary>
internal static class RowDigest
{
    public static string Of(string path)
    {
        using var store = PlainStore.Open(path);
        return Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(store.ReadAll().OrderBy(row => row.Id))));
    }
}
