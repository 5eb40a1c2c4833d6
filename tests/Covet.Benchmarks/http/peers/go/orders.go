package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"strings"
)

type order struct {
	Customer string      `json:"customer"`
	Email    string      `json:"email"`
	Note     *string     `json:"note"`
	Lines    []orderLine `json:"lines"`
}

type orderLine struct {
	Sku   string `json:"sku"`
	Count int    `json:"count"`
	Cents int    `json:"cents"`
}

type receipt struct {
	Customer string `json:"customer"`
	Count    int    `json:"count"`
	Total    int64  `json:"total"`
}

type problem struct {
	Title  string              `json:"title"`
	Status int                 `json:"status"`
	Errors map[string][]string `json:"errors"`
}

var sku = regexp.MustCompile(`^[A-Z]{3}-[0-9]{4}$`)

func validEmail(text string) bool {
	at := strings.IndexByte(text, '@')
	return at > 0 && at < len(text)-1 && strings.IndexByte(text[at+1:], '@') < 0 && !strings.ContainsAny(text, "\r\n")
}

func validate(o *order) map[string][]string {
	var errors map[string][]string
	add := func(key, text string) {
		if errors == nil {
			errors = map[string][]string{}
		}
		errors[key] = append(errors[key], text)
	}
	if strings.TrimSpace(o.Customer) == "" {
		add("customer", "The customer field is required.")
	} else if len(o.Customer) > 100 {
		add("customer", "The field customer must be a string with a maximum length of 100.")
	}
	if strings.TrimSpace(o.Email) == "" {
		add("email", "The email field is required.")
	} else if !validEmail(o.Email) {
		add("email", "The email field is not a valid e-mail address.")
	}
	if o.Note != nil && len(*o.Note) > 500 {
		add("note", "The field note must be a string with a maximum length of 500.")
	}
	if len(o.Lines) < 1 || len(o.Lines) > 50 {
		add("lines", "The field lines must have from 1 to 50 elements.")
	}
	for i := range o.Lines {
		line := &o.Lines[i]
		if strings.TrimSpace(line.Sku) == "" {
			add(fmt.Sprintf("lines[%d].sku", i), "The sku field is required.")
		} else if !sku.MatchString(line.Sku) {
			add(fmt.Sprintf("lines[%d].sku", i), "The field sku must match the regular expression '^[A-Z]{3}-[0-9]{4}$'.")
		}
		if line.Count < 1 || line.Count > 100 {
			add(fmt.Sprintf("lines[%d].count", i), "The field count must be between 1 and 100.")
		}
		if line.Cents < 1 || line.Cents > 10000000 {
			add(fmt.Sprintf("lines[%d].cents", i), "The field cents must be between 1 and 10000000.")
		}
	}
	return errors
}

func postOrder(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		w.WriteHeader(http.StatusMethodNotAllowed)
		return
	}
	var o order
	if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
		writeJSON(w, 400, problem{"Bad Request", 400, map[string][]string{"": {err.Error()}}})
		return
	}
	if errors := validate(&o); errors != nil {
		writeJSON(w, 400, problem{"One or more validation errors occurred.", 400, errors})
		return
	}
	result := receipt{Customer: o.Customer}
	for i := range o.Lines {
		result.Count += o.Lines[i].Count
		result.Total += int64(o.Lines[i].Count) * int64(o.Lines[i].Cents)
	}
	writeJSON(w, 200, result)
}
