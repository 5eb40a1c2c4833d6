namespace HttpApp.Library;

[Singleton]
public sealed class LibraryClock
{
    public int Year => 2026;
}
