namespace BranchOffices.Offices;

/// <summary>An order as an office has it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Region">Its region.</param>
/// <param name="Customer">Who ordered.</param>
/// <param name="Note">What is noted of it.</param>
/// <param name="Pieces">How many pieces were ordered.</param>
internal sealed record Holding(int Id, string Region, string Customer, string Note, int Pieces);
