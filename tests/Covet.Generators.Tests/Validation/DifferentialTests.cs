using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using Covet.Internal;

namespace Covet.Generators.Tests.Validation;

/// <summary>Generated validators against <see cref="Validator"/>, on random objects: the same verdict, messages and members.</summary>
public sealed class DifferentialTests
{
    private const int Objects = 1500;

    private static readonly Lazy<GeneratedValidators> Validators = new(() => GeneratedValidators.Make(DifferentialModels.Source, show: static _ => false));

    public static TheoryData<string> Models =>
    [
        "RequiredModel", "LengthModel", "RangeModel", "TextModel", "ValuesModel", "EnumModel", "CompareModel", "OwnModel",
        "WholeModel", "BaseModel", "DerivedModel", "RecordModel", "StructModel",
    ];

    [Fact]
    public void Rules_of_lengths_and_of_text_are_conditions() => GeneratorTestHelper.Verify(
        DifferentialModels.Source + "\n[Covet.Handler(\"compared\")] public static class ComparedHandler { [Covet.Post(\"length\")] public static void Length(LengthModel model) { } [Covet.Post(\"whole\")] public static void Whole(WholeModel model) { } }",
        static file => file is "Validator.M_LengthModel.g.cs" or "Validator.M_WholeModel.g.cs");

    [Theory]
    [MemberData(nameof(Models))]
    public void Generated_validators_say_what_DataAnnotations_say(string model)
    {
        // All cases run what is generated of one source, so that they share a snapshot.
        Snapshot.Verify(Validators.Value.Files.Select(file => KeyValuePair.Create(file.Key + ".cs", file.Value)), nameof(DifferentialTests), nameof(Generated_validators_say_what_DataAnnotations_say));
        var seed = Seed.Value;
        var random = new Random(seed);
        var type = Validators.Value.Type("M." + model);
        var invalid = 0;
        for (var i = 0; i < Objects; i++)
        {
            object value;
            List<string>? expected;
            List<string> actual;
            do
            {
                value = RandomValues.Make(type, random);
                var errors = Validators.Value.Run(value);
                actual = [.. errors.Select(error => error.Key + ": " + error.Message).Order(StringComparer.Ordinal)];
                expected = Expected(value, errors);
            }
            while (expected is null);

            invalid += expected.Count == 0 ? 0 : 1;
            Assert.True(expected.SequenceEqual(actual), $"""
                seed {seed}, {model} {JsonSerializer.Serialize(value, type, RandomValues.Shown)}
                DataAnnotations: {string.Join(" | ", expected.Except(actual))}
                Covet:           {string.Join(" | ", actual.Except(expected))}
                """);
        }

        Assert.True(invalid > Objects / 20, $"seed {seed}: only {invalid} objects were invalid");
    }

    // Null where DataAnnotations throw: a number too large for Convert.ToInt32, which Covet finds out of range.
    private static List<string>? Expected(object value, IReadOnlyList<RequestError> actual)
    {
        var results = new List<ValidationResult>();
        try
        {
            Validator.TryValidateObject(value, new ValidationContext(value), results, validateAllProperties: true);
        }
        catch (OverflowException)
        {
            return null;
        }

        // A result without members stands for the member whose rule it is, of which DataAnnotations say nothing.
        var nameless = actual.Where(error => !results.Any(result => result.ErrorMessage == error.Message && result.MemberNames.Any())).GroupBy(error => error.Message).ToDictionary(group => group.Key, group => new Queue<string>(group.Select(error => error.Key)));
        return [.. results
            .SelectMany(result =>
            {
                var message = string.IsNullOrEmpty(result.ErrorMessage) ? "The value is not valid." : result.ErrorMessage;
                return result.MemberNames.Any()
                    ? result.MemberNames.Select(member => JsonNamingPolicy.CamelCase.ConvertName(member) + ": " + message)
                    : [(nameless.TryGetValue(message, out var keys) && keys.TryDequeue(out var key) ? key : "") + ": " + message];
            })
            .Order(StringComparer.Ordinal)];
    }
}
