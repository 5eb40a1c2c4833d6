using System.ComponentModel;
using System.Reflection;

namespace Covet.Tests;

public sealed class PublicSurfaceTests
{
    private static readonly Type[] Public = [.. typeof(HandlerAttribute).Assembly.GetExportedTypes().Where(t => !t.IsNested)];

    [Fact]
    public void What_only_generated_code_calls_is_hidden_from_completion()
    {
        var offences = Public
            .Where(t => t.Namespace == "Covet.Internal")
            .Where(t => t.GetCustomAttribute<EditorBrowsableAttribute>()?.State != EditorBrowsableState.Never)
            .Select(t => t.FullName);
        Assert.Empty(offences);
    }

    [Fact]
    public void What_users_write_is_in_the_namespace_Covet()
    {
        var offences = Public.Where(t => t.Namespace is not "Covet" and not "Covet.Internal").Select(t => t.FullName);
        Assert.Empty(offences);
    }

    [Fact]
    public void Attributes_are_sealed_but_for_the_base_of_the_verbs()
    {
        var offences = Public.Where(t => t.IsAssignableTo(typeof(Attribute)) && !t.IsSealed && t != typeof(VerbAttribute)).Select(t => t.FullName);
        Assert.Empty(offences);
    }
}
