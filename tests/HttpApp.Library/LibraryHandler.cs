[assembly: Covet.CovetOptions(ValidationStatusCode = 422)]

namespace HttpApp.Library;

/// <summary>Endpoints of a class library, composed into the application's table.</summary>
[Handler("/library")]
public sealed class LibraryHandler(LibraryClock clock)
{
    [Get("books/{id:int:min(1)}")]
    public Book? Find(int id) => id > 100 ? null : new Book(id, $"Book {id}", clock.Year);

    [Post("books")]
    public Created<Book> Add(Book book) => TypedResults.Created($"/library/books/{book.Id}", book);
}
