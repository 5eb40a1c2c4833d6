namespace Covet.Conduit.Tests.Suites;

public abstract class AccountSuite(ConduitHost host)
{
    [Fact]
    public async Task A_registered_user_gets_a_token_and_is_shown_to_themselves_by_it()
    {
        var api = await host.ApiAsync();
        var name = "ada-" + Guid.NewGuid().ToString("N");

        var registered = await api.PostAsync("/api/users", $$$"""{"user":{"username":"{{{name}}}","email":"{{{name}}}@Example.org","password":"correct horse"}}""");
        var me = await api.GetAsync("/api/user", registered.Text("user", "token"));

        Assert.Equal(201, registered.Status);
        Assert.Equal("application/json; charset=utf-8", registered.ContentType);
        Assert.Equal((name, $"{name}@example.org", "", ""), (registered.Text("user", "username"), registered.Text("user", "email"), registered.Text("user", "bio"), registered.Text("user", "image")));
        Assert.Equal(200, me.Status);
        Assert.Equal(name, me.Text("user", "username"));
    }

    [Fact]
    public async Task Logging_in_takes_the_right_password_and_any_case_of_the_address()
    {
        var api = await host.ApiAsync();
        var (name, _) = await api.RegisterAsync();

        var right = await api.PostAsync("/api/users/login", $$$"""{"user":{"email":"{{{name.ToUpperInvariant()}}}@EXAMPLE.ORG","password":"correct horse"}}""");
        var wrong = await api.PostAsync("/api/users/login", $$$"""{"user":{"email":"{{{name}}}@example.org","password":"wrong horse"}}""");
        var nobody = await api.PostAsync("/api/users/login", """{"user":{"email":"nobody@example.org","password":"correct horse"}}""");

        Assert.Equal(200, right.Status);
        Assert.Equal(200, (await api.GetAsync("/api/user", right.Text("user", "token"))).Status);
        Assert.Equal((401, 401), (wrong.Status, nobody.Status));
        Assert.Equal(wrong.Errors, nobody.Errors);
    }

    [Fact]
    public async Task A_name_or_address_that_is_taken_is_refused_with_422_and_named()
    {
        var api = await host.ApiAsync();
        var (name, token) = await api.RegisterAsync();
        var (other, _) = await api.RegisterAsync();

        var sameName = await api.PostAsync("/api/users", $$$"""{"user":{"username":"{{{name}}}","email":"new-{{{name}}}@example.org","password":"correct horse"}}""");
        var sameAddress = await api.PostAsync("/api/users", $$$"""{"user":{"username":"new-{{{name}}}","email":"{{{name}}}@example.org","password":"correct horse"}}""");
        var update = await api.PutAsync("/api/user", $$$"""{"user":{"username":"{{{other}}}"}}""", token);

        Assert.Equal(422, sameName.Status);
        Assert.Equal(["username has already been taken"], sameName.Errors);
        Assert.Equal(422, sameAddress.Status);
        Assert.Equal(["email has already been taken"], sameAddress.Errors);
        Assert.Equal(422, update.Status);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_registration_is_told_at_once_in_the_contracts_form()
    {
        var api = await host.ApiAsync();

        var answer = await api.PostAsync("/api/users", """{"user":{"username":"","email":"no address","password":"short"}}""");

        Assert.Equal(422, answer.Status);
        Assert.Equal(3, answer.Errors.Length);
        Assert.StartsWith("user.username: ", answer.Errors[0], StringComparison.Ordinal);
        Assert.StartsWith("user.email: ", answer.Errors[1], StringComparison.Ordinal);
        Assert.StartsWith("user.password: ", answer.Errors[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"user":null}""")]
    [InlineData("""{"user":{}}""")]
    [InlineData("""{"user":{"email":null,"password":null}}""")]
    public async Task A_login_without_credentials_is_422(string body)
    {
        var answer = await (await host.ApiAsync()).PostAsync("/api/users/login", body);

        Assert.Equal(422, answer.Status);
        Assert.NotEmpty(answer.Errors);
    }

    [Fact]
    public async Task Malformed_JSON_is_refused_in_the_contracts_form()
    {
        var answer = await (await host.ApiAsync()).PostAsync("/api/users/login", """{"user":""");

        Assert.Equal(400, answer.Status);
        Assert.NotEmpty(answer.Errors);
    }

    [Fact]
    public async Task A_user_changes_what_they_send_and_nothing_else()
    {
        var api = await host.ApiAsync();
        var (name, token) = await api.RegisterAsync();

        var changed = await api.PutAsync("/api/user", """{"user":{"bio":"I count.","image":"https://example.org/a.png"}}""", token);
        var again = await api.PutAsync("/api/user", $$$"""{"user":{"email":"{{{name}}}@example.com","password":"another horse","bio":null}}""", token);
        var login = await api.PostAsync("/api/users/login", $$$"""{"user":{"email":"{{{name}}}@example.com","password":"another horse"}}""");
        var oldPassword = await api.PostAsync("/api/users/login", $$$"""{"user":{"email":"{{{name}}}@example.com","password":"correct horse"}}""");

        Assert.Equal(("I count.", "https://example.org/a.png", name), (changed.Text("user", "bio"), changed.Text("user", "image"), changed.Text("user", "username")));
        Assert.Equal(("I count.", $"{name}@example.com"), (again.Text("user", "bio"), again.Text("user", "email")));
        Assert.Equal((200, 401), (login.Status, oldPassword.Status));
    }

    [Fact]
    public async Task An_update_of_nothing_is_422()
    {
        var api = await host.ApiAsync();
        var (_, token) = await api.RegisterAsync();

        Assert.Equal(422, (await api.PutAsync("/api/user", """{"user":{}}""", token)).Status);
    }

    [Theory]
    [InlineData("/api/articles")]
    [InlineData("/api/articles/one/comments")]
    [InlineData("/api/profiles/ada")]
    public async Task Where_a_token_is_optional_a_forged_one_is_401_in_the_contracts_form(string path)
    {
        var api = await host.ApiAsync();
        var (_, token) = await api.RegisterAsync();

        var forged = await api.GetAsync(path, token[..^3] + "AAA");

        Assert.Equal(401, forged.Status);
        Assert.NotEmpty(forged.Errors);
        Assert.NotEqual(401, (await api.GetAsync(path, token)).Status);
        Assert.NotEqual(401, (await api.GetAsync(path)).Status);
    }

    [Theory]
    [InlineData("GET", "/api/user")]
    [InlineData("PUT", "/api/user")]
    [InlineData("POST", "/api/profiles/ada/follow")]
    [InlineData("DELETE", "/api/profiles/ada/follow")]
    [InlineData("GET", "/api/articles/feed")]
    [InlineData("POST", "/api/articles")]
    [InlineData("PUT", "/api/articles/one")]
    [InlineData("DELETE", "/api/articles/one")]
    [InlineData("POST", "/api/articles/one/comments")]
    [InlineData("DELETE", "/api/articles/one/comments/1")]
    [InlineData("POST", "/api/articles/one/favorite")]
    [InlineData("DELETE", "/api/articles/one/favorite")]
    public async Task What_needs_a_user_is_401_without_a_token_and_with_a_forged_one(string method, string path)
    {
        var api = await host.ApiAsync();
        var (_, token) = await api.RegisterAsync();

        Assert.Equal(401, (await api.SendAsync(new HttpMethod(method), path, null, null)).Status);
        Assert.Equal(401, (await api.SendAsync(new HttpMethod(method), path, null, token[..^3] + "AAA")).Status);
    }

    [Fact]
    public async Task The_word_before_a_token_is_Token_and_no_other()
    {
        var api = await host.ApiAsync();
        var (_, token) = await api.RegisterAsync();
        using var client = new HttpClient { BaseAddress = api.BaseAddress };
        client.DefaultRequestHeaders.Add("Authorization", "Bearer " + token);

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await client.GetAsync("/api/user")).StatusCode);
    }
}
