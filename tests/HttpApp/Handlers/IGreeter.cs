namespace HttpApp.Handlers;

public interface IGreeter
{
    string Greet(string name);
}
