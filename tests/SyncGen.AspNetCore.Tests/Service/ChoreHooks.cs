using System.Security.Claims;
using SyncGen.AspNetCore.Hooks;
using SyncGen.AspNetCore.Tests.Model;

namespace SyncGen.AspNetCore.Tests.Service;

/// <summary>Gives a chore of nobody to who sends it, and, as it must not, one called "lost" to Ben.</summary>
internal sealed class ChoreHooks : SyncRowHooks<Chore>
{
    public override ValueTask<RowDecision<Chore>> WritingAsync(Chore row, SyncRequest request, CancellationToken cancellationToken)
    {
        row.Owner = row.What == "lost" ? "ben"
            : row.Owner.Length == 0 ? request.HttpContext.User.FindFirstValue(ClaimTypes.NameIdentifier)!
            : row.Owner;
        return new(RowDecision<Chore>.Accept);
    }
}
