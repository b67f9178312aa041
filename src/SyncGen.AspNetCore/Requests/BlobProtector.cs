using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using SyncGen.AspNetCore.Errors;
using SyncGen.Model;
using SyncGen.OData.Blobs;

namespace SyncGen.AspNetCore.Requests;

/// <summary>Protects the blobs of a scope: nobody but the service reads or makes one, and each is of use to its user alone.</summary>
internal sealed class BlobProtector(IDataProtectionProvider protection, SyncScope scope)
{
    // As much as a blob can have: its filter's values are bounded by the address that they came in.
    private const int BytesMax = 64 * 1024;

    private readonly IDataProtector _protector = protection.CreateProtector("SyncGen.ServerBlob", "1", scope.Name);

    public byte[] Protect(ServerBlob blob, string user) => Of(user).Protect(blob.ToBytes());

    /// <summary>Reads a blob that came back; null where there is none, as from a new client.</summary>
    public ServerBlob? Read(byte[]? bytes, string user)
    {
        if (bytes is null or [])
        {
            return null;
        }

        if (bytes.Length > BytesMax)
        {
            throw Invalid(null);
        }

        try
        {
            return ServerBlob.Read(Of(user).Unprotect(bytes));
        }
        catch (CryptographicException error)
        {
            throw Invalid(error);
        }
    }

    // The letter keeps a user apart from none.
    private IDataProtector Of(string user) => _protector.CreateProtector(user.Length == 0 ? "anonymous" : $"u{user}");

    private static ServiceException Invalid(Exception? inner) => new(
        StatusCodes.Status400BadRequest, "The server blob was not made by this service for this user and scope. Start afresh, without a blob.", inner: inner);
}
