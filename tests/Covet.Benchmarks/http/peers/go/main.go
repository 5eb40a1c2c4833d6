// The Go side: net/http and encoding/json of the standard library, nothing else.
package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

type message struct {
	Text string `json:"text"`
}

type user struct {
	ID   int    `json:"id"`
	Name string `json:"name"`
}

type me struct {
	Name string `json:"name"`
}

type product struct {
	ID          int       `json:"id"`
	Name        string    `json:"name"`
	Description string    `json:"description"`
	Price       float64   `json:"price"`
	InStock     bool      `json:"inStock"`
	CreatedAt   time.Time `json:"createdAt"`
	Tags        []string  `json:"tags"`
}

func products() []product {
	list := make([]product, 60)
	start := time.Date(2024, 5, 1, 12, 0, 0, 0, time.UTC)
	for i := 1; i <= len(list); i++ {
		list[i-1] = product{
			ID:          i,
			Name:        fmt.Sprintf("Product %d", i),
			Description: fmt.Sprintf("A sturdy thing of many uses, number %d, made to last.", i),
			Price:       float64(i) * 1.25,
			InStock:     i%3 != 0,
			CreatedAt:   start.Add(time.Duration(i-1) * time.Second),
			Tags:        []string{"tools", "new"},
		}
	}
	return list
}

func writeJSON(w http.ResponseWriter, status int, value any) {
	body, err := json.Marshal(value)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	w.Write(body)
}

// intAfter reads the integer that follows prefix to the end of the path, as {id:int} does.
func intAfter(path, prefix string) (int, bool) {
	id, err := strconv.Atoi(strings.TrimPrefix(path, prefix))
	return id, err == nil
}

func main() {
	list := products()
	mux := http.NewServeMux()
	mux.HandleFunc("/plaintext", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Write([]byte("Hello, World!"))
	})
	mux.HandleFunc("/json", func(w http.ResponseWriter, r *http.Request) {
		writeJSON(w, 200, message{"Hello, World!"})
	})
	mux.HandleFunc("/users/", func(w http.ResponseWriter, r *http.Request) {
		id, ok := intAfter(r.URL.Path, "/users/")
		if !ok {
			http.NotFound(w, r)
			return
		}
		writeJSON(w, 200, user{id, "user " + strconv.Itoa(id)})
	})
	mux.HandleFunc("/products", func(w http.ResponseWriter, r *http.Request) { writeJSON(w, 200, list) })
	mux.HandleFunc("/orders", postOrder)
	mux.HandleFunc("/me", func(w http.ResponseWriter, r *http.Request) {
		name, ok := verify(r.Header.Get("Authorization"))
		if !ok {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		writeJSON(w, 200, me{name})
	})
	routes, _ := strconv.Atoi(os.Getenv("ROUTES"))
	for n := 0; n < routes; n++ {
		name := fmt.Sprintf("resource %d", n)
		prefix := fmt.Sprintf("/group%d/resource%d/", n/50, n)
		mux.HandleFunc(prefix, func(w http.ResponseWriter, r *http.Request) {
			id, ok := intAfter(r.URL.Path, prefix)
			if !ok {
				http.NotFound(w, r)
				return
			}
			writeJSON(w, 200, user{id, name})
		})
	}
	if err := http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), mux); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
