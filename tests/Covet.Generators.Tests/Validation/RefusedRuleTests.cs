namespace Covet.Generators.Tests.Validation;

/// <summary>A rule that cannot be generated is an error of the build, with the exact words that a user sees.</summary>
public sealed class RefusedRuleTests
{
    [Theory]
    [InlineData("[StringLength(5)] public int X { get; set; }", "CVT0601: [StringLength(5)] on 'M.X' cannot be checked: it measures text only; use [Length], [MinLength] or [MaxLength] for collections")]
    [InlineData("[StringLength(2, MinimumLength = 5)] public string X { get; set; }", "CVT0601: [StringLength(2, MinimumLength = 5)] on 'M.X' cannot be checked: its limits contradict each other")]
    [InlineData("[Length(5, 2)] public string X { get; set; }", "CVT0601: [Length(5, 2)] on 'M.X' cannot be checked: its limits contradict each other")]
    [InlineData("[MinLength(-1)] public string X { get; set; }", "CVT0601: [MinLength(-1)] on 'M.X' cannot be checked: its length is negative")]
    [InlineData("[MaxLength(0)] public string X { get; set; }", "CVT0601: [MaxLength(0)] on 'M.X' cannot be checked: its length must be above zero, or -1 for any")]
    [InlineData("[MaxLength(3)] public int X { get; set; }", "CVT0601: [MaxLength(3)] on 'M.X' cannot be checked: the value is neither text nor a collection")]
    [InlineData("[Range(5, 1)] public int X { get; set; }", "CVT0601: [Range(5, 1)] on 'M.X' cannot be checked: its minimum is above its maximum")]
    [InlineData("[Range(1, 1, MinimumIsExclusive = true)] public int X { get; set; }", "CVT0601: [Range(1, 1, MinimumIsExclusive = true)] on 'M.X' cannot be checked: its limits are equal and one of them is excluded")]
    [InlineData("[Range(1, 5)] public DateTime X { get; set; }", "CVT0601: [Range(1, 5)] on 'M.X' cannot be checked: the value is no number; use [Range(typeof(DateTime), \"...\", \"...\")]")]
    [InlineData("[Range(typeof(decimal), \"1\", \"5\")] public int X { get; set; }", "CVT0601: [Range(typeof(decimal), \"1\", \"5\")] on 'M.X' cannot be checked: its limits are of another type than the value, which it then never accepts")]
    [InlineData("[Range(typeof(int), \"one\", \"5\")] public int X { get; set; }", "CVT0601: [Range(typeof(int), \"one\", \"5\")] on 'M.X' cannot be checked: 'one' is no Int32")]
    [InlineData("[Range(typeof(Version), \"1.0\", \"2.0\")] public Version X { get; set; }", "CVT0601: [Range(typeof(global::System.Version), \"1.0\", \"2.0\")] on 'M.X' cannot be checked: only numbers, dates and times can be compared without reflection")]
    [InlineData("[RegularExpression(\"(\")] public string X { get; set; }", "CVT0601: [RegularExpression(\"(\")] on 'M.X' cannot be checked: its pattern is malformed: Invalid pattern '(' at offset 1. Not enough )'s.")]
    [InlineData("[EmailAddress] public int X { get; set; }", "CVT0601: [EmailAddress] on 'M.X' cannot be checked: it accepts text only, and the value is none")]
    [InlineData("[Compare(\"Y\")] public int X { get; set; }", "CVT0601: [Compare(\"Y\")] on 'M.X' cannot be checked: there is no readable property 'Y'")]
    [InlineData("[EnumDataType(typeof(int))] public int X { get; set; }", "CVT0601: [EnumDataType(typeof(int))] on 'M.X' cannot be checked: its type is not an enum")]
    [InlineData("[EnumDataType(typeof(DayOfWeek))] public ConsoleColor X { get; set; }", "CVT0601: [EnumDataType(typeof(global::System.DayOfWeek))] on 'M.X' cannot be checked: the value is of another enum, which it never accepts")]
    [InlineData("[CustomValidation(typeof(M), \"No\")] public int X { get; set; }", "CVT0601: [CustomValidation(typeof(global::M), \"No\")] on 'M.X' cannot be checked: there is no 'public static ValidationResult? No(value)' or '(value, ValidationContext)' in 'M'")]
    [InlineData("[CustomValidation(typeof(M), \"Text\")] public int X { get; set; } public static ValidationResult? Text(string value) => null;", "CVT0601: [CustomValidation(typeof(global::M), \"Text\")] on 'M.X' cannot be checked: the value is not a 'string' without a conversion")]
    [InlineData("[Required(ErrorMessage = \"{1}\")] public string X { get; set; }", "CVT0601: [Required] on 'M.X' cannot be checked: its ErrorMessage is not a format of 1 arguments; write braces twice to show them")]
    [InlineData("[Required(ErrorMessageResourceName = \"A\")] public string X { get; set; }", "CVT0601: [Required] on 'M.X' cannot be checked: ErrorMessageResourceType and ErrorMessageResourceName are needed together")]
    [InlineData("[Required(ErrorMessageResourceName = \"A\", ErrorMessageResourceType = typeof(M))] public string X { get; set; }", "CVT0601: [Required] on 'M.X' cannot be checked: the resource type 'M' has no static text property 'A'")]
    [InlineData("[Required(ErrorMessage = \"a\", ErrorMessageResourceName = \"A\", ErrorMessageResourceType = typeof(M))] public string X { get; set; }", "CVT0601: [Required] on 'M.X' cannot be checked: it has both ErrorMessage and a resource; keep one")]
    [InlineData("[Own] public int X { get; set; } private sealed class OwnAttribute : ValidationAttribute;", "CVT0601: [Own] on 'M.X' cannot be checked: generated code cannot name 'OwnAttribute'; make it public or internal")]
    [InlineData("[System.Text.Json.Serialization.JsonInclude, Required] private string? X { get; set; }", "CVT0602: 'M.X' has validation rules, but generated code cannot read it; give it a public or internal getter")]
    [InlineData("[Required] public string X { set { } }", "CVT0602: 'M.X' has validation rules, but generated code cannot read it; give it a public or internal getter")]
    public void A_rule_that_cannot_be_generated_does_not_compile(string member, string expected)
    {
        var refusals = GeneratedValidators.Refusals("using System.ComponentModel.DataAnnotations;\npublic class M { " + member + " }");
        Assert.Equal([expected], refusals);
    }
}
