namespace Covet.Aot.Tests;

[Collection("native")]
public sealed class PermissionsCommandTests
{
    [Fact]
    public async Task The_command_tells_who_asks_for_a_permission_and_which_roles_have_it()
    {
        var run = await Command.RunAsync(await NativePublish.BinaryAsync("tests/HttpApp", "HttpApp"), ["permissions"], Repository.Root);
        Assert.Equal((0, "orders.cancel (roles: manager)\n  GET /security/permission\n"), (run.ExitCode, run.Output));
    }
}
