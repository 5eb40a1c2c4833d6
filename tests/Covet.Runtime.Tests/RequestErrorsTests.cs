namespace Covet.Tests;

public sealed class RequestErrorsTests
{
    [Fact]
    public void Merging_keeps_all_errors_in_order_and_the_first_status_that_is_set()
    {
        RequestErrors? first = null;
        RequestErrors.Add(ref first, "a", "c1", "m1");
        RequestErrors? second = null;
        RequestErrors.Add(ref second, "b", "c2", "m2");
        second.StatusCode = 413;

        var merged = RequestErrors.Merge(first, second);

        Assert.NotNull(merged);
        Assert.Equal(["a", "b"], merged.Items.Select(e => e.Key));
        Assert.Equal(413, merged.StatusCode);
    }

    [Fact]
    public void Merging_with_nothing_gives_the_other_one()
    {
        RequestErrors? some = null;
        RequestErrors.Add(ref some, "a", "c1", "m1");

        Assert.Same(some, RequestErrors.Merge(null, some));
        Assert.Same(some, RequestErrors.Merge(some, null));
        Assert.Null(RequestErrors.Merge(null, null));
    }
}
