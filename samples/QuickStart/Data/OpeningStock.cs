using QuickStart.Model;

namespace QuickStart.Data;

/// <summary>Fills the office's database as an application would: some thousand rows, the same ones in each run.</summary>
internal sealed class OpeningStock(Database office)
{
    private const int CustomerCount = 250;
    private const int PartCount = 300;
    private const int OrderCount = 2_000;

    private static readonly string[] s_trades = ["Bakery", "Café", "Garage", "Hotel", "School", "Brewery", "Laundry", "Clinic"];
    private static readonly string[] s_names = ["Linden", "Weber", "Rossi", "Núñez", "Larsen", "O'Neill", "Dvořák", "Moreau", "Kowalski"];
    private static readonly string[] s_towns = ["Northam", "Eastlake", "Südhafen", "Westbury", "Østby"];
    private static readonly string[] s_parts = ["pump", "valve", "filter", "relay", "gasket", "fan", "sensor", "hose", "thermostat"];
    private static readonly string[] s_problems = ["does not start", "leaks", "is too loud", "trips the fuse", "yearly inspection"];

    private readonly Random _random = new(2026);
    private readonly DateTime _opening = new(2026, 1, 5, 7, 30, 0);
    private readonly List<Guid> _sites = [];
    private readonly List<Guid> _technicians = [];
    private readonly decimal[] _prices = new decimal[PartCount];

    public void Write() => office.InTransaction(() =>
    {
        WriteTechnicians("Ann", "Ben");
        WriteParts();
        WriteCustomers();
        WriteOrders();
    });

    private void WriteTechnicians(params string[] names)
    {
        foreach (var name in names)
        {
            _technicians.Add(NewId());
            office.Execute($"INSERT INTO Technician (Id, Name, HourlyRate) VALUES ({_technicians[^1]}, {name}, {58.50m})");
        }
    }

    private void WriteParts()
    {
        for (var i = 0; i < PartCount; i++)
        {
            _prices[i] = _random.Next(150, 40_000) / 100m;
            office.Execute($"INSERT INTO Part (Number, Name, Price) VALUES ({PartNumber(i)}, {$"{Of(s_parts, i)} {i}"}, {_prices[i]})");
        }
    }

    private void WriteCustomers()
    {
        for (var i = 0; i < CustomerCount; i++)
        {
            var customer = NewId();
            var since = DateOnly.FromDateTime(_opening).AddDays(-_random.Next(4_000));
            office.Execute($"INSERT INTO Customer (Id, Name, Phone, Since) VALUES ({customer}, {CustomerName(i)}, {Phone(i)}, {since})");
            for (var number = _random.Next(1, 4); number > 0; number--)
            {
                _sites.Add(NewId());
                office.Execute($"INSERT INTO Site (Id, CustomerId, Street, Town) VALUES ({_sites[^1]}, {customer}, {$"Mill Lane {number}"}, {Of(s_towns, i)})");
            }
        }
    }

    private void WriteOrders()
    {
        for (var number = 1; number <= OrderCount; number++)
        {
            var order = NewId();
            var reported = _opening.AddMinutes(number * 37);
            var status = number < OrderCount - 200 ? WorkOrderStatus.Invoiced : WorkOrderStatus.Planned;
            office.Execute($"""
                INSERT INTO WorkOrder (Id, Number, SiteId, TechnicianId, Status, ReportedAt, DueOn, Problem, Findings)
                VALUES ({order}, {number}, {_sites[_random.Next(_sites.Count)]}, {_technicians[number % _technicians.Count]}, {status.ToString()},
                        {reported}, {DateOnly.FromDateTime(reported.AddDays(3))}, {Of(s_problems, number)}, {null})
                """);
            WritePartUses(order, _random.Next(5));
        }
    }

    private void WritePartUses(Guid order, int count)
    {
        for (var (first, i) = (_random.Next(PartCount), 0); i < count; i++)
        {
            var part = (first + i) % PartCount;
            office.Execute($"INSERT INTO PartUse (WorkOrderId, PartNumber, Quantity, UnitPrice) VALUES ({order}, {PartNumber(part)}, {i + 1}, {_prices[part]})");
        }
    }

    private static string PartNumber(int i) => $"P-{i:000}";

    private static string CustomerName(int i)
    {
        var (round, pair) = Math.DivRem(i, s_trades.Length * s_names.Length);
        var name = $"{Of(s_trades, pair)} {Of(s_names, pair / s_trades.Length)}";
        return round == 0 ? name : $"{name} {round + 1}";
    }

    private static string? Phone(int i) => i % 7 == 0 ? null : $"+44 20 7946 {i:0000}";

    private static string Of(string[] words, int i) => words[i % words.Length];

    private Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
