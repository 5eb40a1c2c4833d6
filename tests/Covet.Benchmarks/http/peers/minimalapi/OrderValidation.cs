using System.Text.RegularExpressions;

namespace MinimalApiPeer;

internal static partial class OrderValidation
{
    [GeneratedRegex("^[A-Z]{3}-[0-9]{4}$")]
    private static partial Regex Sku { get; }

    public static Dictionary<string, string[]>? Validate(Order order)
    {
        Dictionary<string, string[]>? errors = null;
        if (string.IsNullOrWhiteSpace(order.Customer))
        {
            Add(ref errors, "customer", "The customer field is required.");
        }
        else if (order.Customer.Length > 100)
        {
            Add(ref errors, "customer", "The field customer must be a string with a maximum length of 100.");
        }

        if (string.IsNullOrWhiteSpace(order.Email))
        {
            Add(ref errors, "email", "The email field is required.");
        }
        else if (!IsEmail(order.Email))
        {
            Add(ref errors, "email", "The email field is not a valid e-mail address.");
        }

        if (order.Note is { Length: > 500 })
        {
            Add(ref errors, "note", "The field note must be a string with a maximum length of 500.");
        }

        if (order.Lines is null)
        {
            Add(ref errors, "lines", "The lines field is required.");
            return errors;
        }

        if (order.Lines.Count is < 1 or > 50)
        {
            Add(ref errors, "lines", "The field lines must have from 1 to 50 elements.");
        }

        for (var i = 0; i < order.Lines.Count; i++)
        {
            var line = order.Lines[i];
            if (string.IsNullOrWhiteSpace(line.Sku))
            {
                Add(ref errors, $"lines[{i}].sku", "The sku field is required.");
            }
            else if (!Sku.IsMatch(line.Sku))
            {
                Add(ref errors, $"lines[{i}].sku", "The field sku must match the regular expression '^[A-Z]{3}-[0-9]{4}$'.");
            }

            if (line.Count is < 1 or > 100)
            {
                Add(ref errors, $"lines[{i}].count", "The field count must be between 1 and 100.");
            }

            if (line.Cents is < 1 or > 10_000_000)
            {
                Add(ref errors, $"lines[{i}].cents", "The field cents must be between 1 and 10000000.");
            }
        }

        return errors;
    }

    private static bool IsEmail(string text)
    {
        var at = text.IndexOf('@');
        return at > 0 && at < text.Length - 1 && text.IndexOf('@', at + 1) < 0 && text.AsSpan().IndexOfAny('\r', '\n') < 0;
    }

    private static void Add(ref Dictionary<string, string[]>? errors, string key, string message) =>
        (errors ??= [])[key] = [message];
}
