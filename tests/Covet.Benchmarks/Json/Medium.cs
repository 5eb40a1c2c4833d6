namespace Covet.Benchmarks.Json;

/// <summary>Thirty members in four types.</summary>
[JsonModel]
public sealed class Medium
{
    public Guid Id { get; set; }

    public long Number { get; set; }

    public string Customer { get; set; } = "";

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public DateTime Created { get; set; }

    public DateTimeOffset Changed { get; set; }

    public DateOnly? Due { get; set; }

    public bool Paid { get; set; }

    public bool Express { get; set; }

    public decimal Total { get; set; }

    public decimal Tax { get; set; }

    public string Currency { get; set; } = "";

    public Address? Billing { get; set; }

    public Address? Shipping { get; set; }

    public List<Line> Lines { get; set; } = [];

    public string[] Tags { get; set; } = [];

    public string? Note { get; set; }

    public int Priority { get; set; }
}
