namespace Demo;

[SyncEntity]
public class Employee
{
    public int EmployeeId { get; set; }
    public string Name { get; set; } = "";
    public int? ManagerId { get; set; }
    public Employee? Manager { get; set; }
    public int DepartmentId { get; set; }
    public Department? Department { get; set; }
}

[SyncEntity]
public class Department
{
    public int Id { get; set; }
    public int? HeadId { get; set; }
    [ForeignKey(nameof(HeadId))]
    public Employee? Head { get; set; }
}

[SyncEntity]
public class Badge
{
    public Guid Id { get; set; }
    public int EmployeeId { get; set; }
    public Employee? Employee { get; set; }
}

[SyncScope("staff", typeof(Employee), typeof(Department), typeof(Badge))]
public partial class StaffScope;
