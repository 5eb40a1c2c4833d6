namespace Covet.Generators.Tests.Validation;

/// <summary>The models whose verdicts are compared with those of DataAnnotations.</summary>
internal static class DifferentialModels
{
    public const string Source = """"
        using System.ComponentModel.DataAnnotations;
        namespace M;

        public enum Plain { A = 1, B = 5, C = -3 }
        [Flags] public enum Bits { None = 0, One = 1, Two = 2, Four = 4, Three = 3 }
        [Flags] public enum Odd : byte { Three = 3, Six = 6, High = 128 }
        [Flags] public enum Signed : sbyte { Low = -128, One = 1 }

        public class RequiredModel
        {
            [Required] public string? Text { get; set; }
            [Required(AllowEmptyStrings = true)] public string? Empty { get; set; }
            [Required] public int? Number { get; set; }
            [Required] public int Plain { get; set; }
            [Required] public object? Any { get; set; }
            [Required] public List<int>? List { get; set; }
            [Required(ErrorMessage = "Say {0}, \"please\" \\ {{}}")] public string? Custom { get; set; }
            [Required, Display(Name = "The \"shown\" name")] public string? Shown { get; set; }
        }

        public class LengthModel
        {
            [StringLength(5)] public string? Max { get; set; }
            [StringLength(8, MinimumLength = 3)] public string? MinMax { get; set; }
            [StringLength(8, MinimumLength = 3, ErrorMessage = "{0} {1} {2}")] public string? Custom { get; set; }
            [MinLength(2)] public string? MinText { get; set; }
            [MaxLength(4)] public string? MaxText { get; set; }
            [MaxLength] public string? Any { get; set; }
            [Length(2, 4)] public string? Both { get; set; }
            [MinLength(2)] public int[]? Array { get; set; }
            [MaxLength(2)] public List<int>? List { get; set; }
            [Length(1, 2)] public Dictionary<string, int>? Map { get; set; }
            [Length(1, 2)] public IReadOnlyCollection<string>? ReadOnly { get; set; }
            [Length(1, 2)] public IEnumerable<int>? Sequence { get; set; }
            [Length(1, 2)] public HashSet<int>? Set { get; set; }
            [MinLength(2)] public ICollection<int>? Collection { get; set; }
        }

        public class RangeModel
        {
            [Range(-5, 5)] public sbyte SByte { get; set; }
            [Range(1, 5)] public byte Byte { get; set; }
            [Range(-5, 5)] public short Short { get; set; }
            [Range(1, 5)] public ushort UShort { get; set; }
            [Range(-5, 5)] public int Int { get; set; }
            [Range(-5, 5)] public int? NullableInt { get; set; }
            [Range(1, 5)] public float Float { get; set; }
            [Range(-5, 5)] public double Double { get; set; }
            [Range(-5, 5)] public decimal Decimal { get; set; }
            [Range(1, 200)] public char Char { get; set; }
            [Range(1, 4)] public Plain Enum { get; set; }
            [Range(1, 50)] public string? Text { get; set; }
            [Range(0.5, 5.5)] public int IntOfDouble { get; set; }
            [Range(0.5, 5.5)] public long LongOfDouble { get; set; }
            [Range(0.5, 5.5)] public ulong ULongOfDouble { get; set; }
            [Range(0.5, 5.5)] public float FloatOfDouble { get; set; }
            [Range(-0.5, double.PositiveInfinity)] public double DoubleOfDouble { get; set; }
            [Range(0.1, 5.5)] public decimal DecimalOfDouble { get; set; }
            [Range(0.5, 50.5)] public string? TextOfDouble { get; set; }
            [Range(1, 5, MinimumIsExclusive = true)] public int MinExclusive { get; set; }
            [Range(1, 5, MaximumIsExclusive = true)] public int MaxExclusive { get; set; }
            [Range(1.0, 5.0, MinimumIsExclusive = true, MaximumIsExclusive = true)] public double BothExclusive { get; set; }
            [Range(typeof(decimal), "0.10", "99.90")] public decimal TypedDecimal { get; set; }
            [Range(typeof(decimal), "-1", "5")] public decimal? TypedNullableDecimal { get; set; }
            [Range(typeof(long), "-9223372036854775808", "5")] public long TypedLong { get; set; }
            [Range(typeof(ulong), "3", "18446744073709551615")] public ulong TypedULong { get; set; }
            [Range(typeof(uint), "3", "10")] public uint TypedUInt { get; set; }
            [Range(typeof(short), "-3", "10")] public short TypedShort { get; set; }
            [Range(typeof(float), "-3.5", "10")] public float TypedFloat { get; set; }
            [Range(typeof(double), "-3.5", "10")] public double TypedDouble { get; set; }
            [Range(typeof(DateTime), "2020-01-02", "2020-12-31T10:00:00")] public DateTime Date { get; set; }
            [Range(typeof(DateTimeOffset), "2020-01-02T00:00:00+00:00", "2020-12-31T10:00:00+00:00")] public DateTimeOffset Offset { get; set; }
            [Range(typeof(DateOnly), "2020-01-02", "2020-12-31", MaximumIsExclusive = true)] public DateOnly Day { get; set; }
            [Range(typeof(TimeOnly), "08:00", "18:00")] public TimeOnly? Time { get; set; }
            [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")] public TimeSpan Span { get; set; }
            [Range(typeof(DateTime), "2020-01-02", "2020-12-31")] public string? DateText { get; set; }
            [Range(typeof(int), "1", "5", ErrorMessage = "{0}: {1}..{2}")] public int Custom { get; set; }
        }

        public class TextModel
        {
            [EmailAddress] public string? Email { get; set; }
            [Url] public string? Url { get; set; }
            [Phone] public string? Phone { get; set; }
            [CreditCard] public string? Card { get; set; }
            [Base64String] public string? Base64 { get; set; }
            [FileExtensions] public string? File { get; set; }
            [FileExtensions(Extensions = "txt,cs")] public string? Code { get; set; }
            [DataType(DataType.Password)] public string? Password { get; set; }
            [EmailAddress] public object? AnyEmail { get; set; }
            [RegularExpression("[a-z]+")] public string? Letters { get; set; }
            [RegularExpression("a|ab")] public string? Greedy { get; set; }
            [RegularExpression("^\\d{3}$", ErrorMessage = "{0} / {1}")] public string? Digits { get; set; }
            [RegularExpression("\\d")] public int Digit { get; set; }
            [RegularExpression("[\"\\\\{}]+")] public string? Hostile { get; set; }
            [Required, EmailAddress, StringLength(12, MinimumLength = 6)] public string? Several { get; set; }
        }

        public class ValuesModel
        {
            [AllowedValues("a", "b", null)] public string? Text { get; set; }
            [AllowedValues("a", "b")] public string? NoNull { get; set; }
            [AllowedValues(1, 2)] public int Number { get; set; }
            [AllowedValues(1, 2)] public int? NullableNumber { get; set; }
            [AllowedValues(1, 2)] public long Other { get; set; }
            [AllowedValues(1, "a", true, 'c')] public object? Any { get; set; }
            [AllowedValues(1.5, double.NaN)] public double Double { get; set; }
            [AllowedValues(Plain.A, Plain.B)] public Plain Enum { get; set; }
            [AllowedValues((byte)3)] public byte Byte { get; set; }
            [DeniedValues("a", null)] public string? Denied { get; set; }
            [DeniedValues(1, 2, 2)] public int DeniedNumber { get; set; }
            [DeniedValues("x")] public int DeniedNothing { get; set; }
            [DeniedValues(false)] public bool DeniedBool { get; set; }
        }

        public class EnumModel
        {
            [EnumDataType(typeof(Plain))] public Plain Plain { get; set; }
            [EnumDataType(typeof(Plain))] public Plain? Nullable { get; set; }
            [EnumDataType(typeof(Bits))] public Bits Bits { get; set; }
            [EnumDataType(typeof(Odd))] public Odd Odd { get; set; }
            [EnumDataType(typeof(Signed))] public Signed Signed { get; set; }
            [EnumDataType(typeof(Plain))] public string? Text { get; set; }
            [EnumDataType(typeof(Bits))] public string? FlagsText { get; set; }
            [EnumDataType(typeof(Plain))] public int Number { get; set; }
            [EnumDataType(typeof(Odd))] public byte Byte { get; set; }
            [EnumDataType(typeof(Plain))] public long Long { get; set; }
        }

        public class CompareModel
        {
            public string? First { get; set; }
            [Compare(nameof(First))] public string? Second { get; set; }
            [Display(Name = "Shown")] public int Number { get; set; }
            [Compare("Number", ErrorMessage = "{0} <> {1}")] public int Same { get; set; }
            [Compare("Number")] public long OtherType { get; set; }
        }

        public sealed class EvenAttribute : ValidationAttribute
        {
            public override bool IsValid(object? value) => value is not int number || number % 2 == 0;
        }

        public sealed class OddAttribute() : ValidationAttribute("{0} should be odd") 
        {
            public override bool IsValid(object? value) => value is not int number || number % 2 != 0;
            public override string FormatErrorMessage(string name) => base.FormatErrorMessage(name) + "!";
        }

        public sealed class MatchesAttribute(string other) : ValidationAttribute
        {
            protected override ValidationResult? IsValid(object? value, ValidationContext context)
            {
                var model = (OwnModel)context.ObjectInstance;
                return Equals(value, model.Left) || context.MemberName != other ? ValidationResult.Success : new ValidationResult(null, [context.MemberName!, "Left"]);
            }
        }

        public class SmallAttribute() : RangeAttribute(0, 3);

        public static class Checks
        {
            public static ValidationResult? Short(string? value) => value is { Length: > 3 } ? new ValidationResult("too long: {0}") : ValidationResult.Success;
            public static ValidationResult? Named(object? value, ValidationContext context) => value is int and > 3 ? new ValidationResult(context.DisplayName + " is big", ["Left", context.MemberName!]) : null;
            public static ValidationResult? Silent(int? value) => value > 3 ? new ValidationResult(null) : null;
            public static ValidationResult? Whole(OwnModel value, ValidationContext context) => value.Left == 3 ? new ValidationResult("never three", ["Left"]) : null;
        }

        [CustomValidation(typeof(Checks), "Whole")]
        public class OwnModel
        {
            [Even] public int Left { get; set; }
            [Even(ErrorMessage = "{0} is odd")] public int? Nullable { get; set; }
            [Odd, Display(Name = "odd one")] public int OddOne { get; set; }
            [Matches("Right")] public int Right { get; set; }
            [Small] public int Small { get; set; }
            [CustomValidation(typeof(Checks), nameof(Checks.Short))] public string? Text { get; set; }
            [CustomValidation(typeof(Checks), "Named")] public int Named { get; set; }
            [CustomValidation(typeof(Checks), "Silent")] public int? Silent { get; set; }
            [CustomValidation(typeof(Checks), "Silent", ErrorMessage = "{0}?")] public int? SilentOwn { get; set; }
        }

        public sealed class SumAttribute : ValidationAttribute
        {
            protected override ValidationResult? IsValid(object? value, ValidationContext context) =>
                value is WholeModel { A: var a, B: var b } && a + b > 10 ? new ValidationResult("sum of " + context.DisplayName, ["A", "B"]) : null;
        }

        public sealed class NotEqualAttribute : ValidationAttribute
        {
            public override bool IsValid(object? value) => value is not WholeModel { A: var a, B: var b } || a != b;
        }

        [Sum, NotEqual(ErrorMessage = "{0}: equal")]
        public class WholeModel : IValidatableObject
        {
            [Range(-20, 20)] public int A { get; set; }
            public int B { get; set; }
            public IEnumerable<ValidationResult> Validate(ValidationContext context)
            {
                if (A < 0) yield return new ValidationResult("negative " + context.DisplayName, ["A"]);
                if (B < 0) yield return new ValidationResult("negative, both", ["A", "B"]);
                if (A < -3) yield return new ValidationResult("far");
            }
        }

        public class BaseModel
        {
            [StringLength(5)] public virtual string? Inherited { get; set; }
            [StringLength(5)] public virtual string? Overridden { get; set; }
            [Range(1, 3)] public int Own { get; set; }
        }

        public class DerivedModel : BaseModel
        {
            [MinLength(2)] public override string? Inherited { get; set; }
            [StringLength(2)] public override string? Overridden { get; set; }
            [Required] public string? @class { get; set; }
            [Required] public static string? Static { get; set; }
        }

        public record RecordModel([property: Required, StringLength(4)] string? Title, [property: Range(1, 3)] int Count);

        public record struct StructModel([property: Required, StringLength(4)] string? Title, [property: Even] int Count);
        """";
}
