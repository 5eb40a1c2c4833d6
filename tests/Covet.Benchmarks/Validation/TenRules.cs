using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Validation;

namespace Covet.Benchmarks.Validation;

/// <summary>A body with ten rules.</summary>
[ValidatableType]
public sealed class TenRules
{
    [Required]
    [StringLength(40)]
    public string? Name { get; set; }

    [Range(1, 100)]
    public int Count { get; set; }

    [EmailAddress]
    public string? Email { get; set; }

    [RegularExpression("^[A-Z]{2}-[0-9]{4}$")]
    public string? Code { get; set; }

    [MinLength(1)]
    public List<string>? Tags { get; set; }

    [Url]
    public string? Site { get; set; }

    [Range(0.0, 1000.0)]
    public double Price { get; set; }

    [Phone]
    public string? Phone { get; set; }

    [MaxLength(20)]
    public string? Note { get; set; }

    public static TenRules Valid() => new()
    {
        Name = "Ada",
        Count = 3,
        Email = "ada@example.com",
        Code = "AB-1234",
        Tags = ["a"],
        Site = "https://example.com",
        Price = 9.5,
        Phone = "+43 1 234 567",
        Note = "a note",
    };

    public static TenRules Invalid() => new()
    {
        Name = new string('a', 41),
        Count = 0,
        Email = "ada",
        Code = "ab",
        Tags = [],
        Site = "example",
        Price = -1,
        Phone = "none",
        Note = new string('a', 21),
    };
}
