namespace Covet.Generators.Model;

/// <summary>How a value is made comparable with the limits of a range.</summary>
internal enum ValidationRangeMode
{
    /// <summary>As it is.</summary>
    Direct,

    /// <summary>Rounded to a whole number, half to even, as <c>Convert.ToInt32</c> does.</summary>
    Whole,

    /// <summary>By a cast to <see cref="ValidationRuleSpec.Operand"/>.</summary>
    Cast,

    /// <summary>Parsed as <see cref="ValidationRuleSpec.Operand"/>.</summary>
    Text,
}
