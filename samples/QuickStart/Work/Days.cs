using QuickStart.Model;

namespace QuickStart.Work;

/// <summary>What everybody does today. The last deeds of each are where they get into each other's way.</summary>
internal static class Days
{
    private static readonly DateOnly s_today = new(2026, 2, 27);
    private static readonly DateTime s_noon = s_today.ToDateTime(new TimeOnly(12, 0));

    public static IReadOnlyList<Deed> OfTheOffice()
    {
        var customer = Guid.NewGuid();
        return
        [
            new("raises the price of all fans",
                [$"UPDATE Part SET Price = '77.7' WHERE Name LIKE 'fan %'"],
                $"SELECT count(*) = 0 FROM Part WHERE Name LIKE 'fan %' AND Price <> '77.7'"),
            new("wins a customer with two sites",
                [
                    $"INSERT INTO Customer (Id, Name, Phone, Since) VALUES ({customer}, {"Theatre Ångström"}, {null}, {s_today})",
                    $"INSERT INTO Site (Id, CustomerId, Street, Town) VALUES ({Guid.NewGuid()}, {customer}, {"Stage Door 1"}, {"Northam"})",
                    $"INSERT INTO Site (Id, CustomerId, Street, Town) VALUES ({Guid.NewGuid()}, {customer}, {"Workshop Row 9"}, {"Westbury"})",
                ],
                $"SELECT count(*) = 2 FROM Site JOIN Customer ON Customer.Id = CustomerId WHERE Name = {"Theatre Ångström"}"),
            new("deletes order 1999 with its parts",
                [
                    $"DELETE FROM PartUse WHERE WorkOrderId = (SELECT Id FROM WorkOrder WHERE Number = 1999)",
                    $"DELETE FROM WorkOrder WHERE Number = 1999",
                ],
                $"SELECT count(*) = 0 FROM WorkOrder WHERE Number = 1999"),
            new("corrects the telephone number of Bakery Linden",
                [$"UPDATE Customer SET Phone = {"+44 20 7946 1111"} WHERE Name = {"Bakery Linden"}"]),
        ];
    }

    public static IReadOnlyList<Deed> OfAnn() =>
    [
        new("puts two of part P-012 into order 1900",
            [
                $"""
                INSERT INTO PartUse (WorkOrderId, PartNumber, Quantity, UnitPrice) SELECT Id, 'P-012', 2, {19.90m} FROM WorkOrder WHERE Number = 1900
                ON CONFLICT DO UPDATE SET Quantity = Quantity + 2
                """,
            ],
            $"SELECT count(*) = 1 FROM PartUse JOIN WorkOrder ON Id = WorkOrderId WHERE Number = 1900 AND PartNumber = 'P-012'"),
        new("takes a new order on the spot", TakeOrder("Ann", "Coffee machine spits"), $"SELECT count(*) = 1 FROM WorkOrder WHERE Problem = {"Coffee machine spits"}"),
        new("starts order 1902 and notes a finding",
            [$"UPDATE WorkOrder SET Status = {nameof(WorkOrderStatus.Started)}, Findings = {"Bearing worn"} WHERE Number = 1902"]),
        new("notes a telephone number for Bakery Linden",
            [$"UPDATE Customer SET Phone = {"+44 20 7946 2222"} WHERE Name = {"Bakery Linden"}"]),
    ];

    public static IReadOnlyList<Deed> OfBen() =>
    [
        new("completes order 1901",
            [$"UPDATE WorkOrder SET Status = {nameof(WorkOrderStatus.Done)}, Findings = {"Filter cleaned"} WHERE Number = 1901"],
            $"SELECT Status = {nameof(WorkOrderStatus.Done)} FROM WorkOrder WHERE Number = 1901"),
        new("takes the parts out of order 1903",
            [$"DELETE FROM PartUse WHERE WorkOrderId = (SELECT Id FROM WorkOrder WHERE Number = 1903)"],
            $"SELECT count(*) = 0 FROM PartUse JOIN WorkOrder ON Id = WorkOrderId WHERE Number = 1903"),
        new("takes a new order on the spot", TakeOrder("Ben", "Oven stays cold"), $"SELECT count(*) = 1 FROM WorkOrder WHERE Problem = {"Oven stays cold"}"),
        new("helps Ann: completes order 1902",
            [$"UPDATE WorkOrder SET Status = {nameof(WorkOrderStatus.Done)}, Findings = {"Belt replaced"} WHERE Number = 1902"]),
    ];

    private static FormattableString[] TakeOrder(string technician, string problem) =>
    [
        $"""
        INSERT INTO WorkOrder (Id, SiteId, TechnicianId, Status, ReportedAt, DueOn, Problem)
        SELECT {Guid.NewGuid()}, (SELECT min(Id) FROM Site), Id, {nameof(WorkOrderStatus.Planned)}, {s_noon}, {s_today}, {problem}
        FROM Technician WHERE Name = {technician}
        """,
    ];
}
