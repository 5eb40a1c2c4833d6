package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"strings"
	"time"
)

var key = []byte("a-key-for-benchmarks-only-32-byte")

type claims struct {
	Subject  string `json:"sub"`
	Issuer   string `json:"iss"`
	Audience string `json:"aud"`
	Expires  int64  `json:"exp"`
}

type header struct {
	Algorithm string `json:"alg"`
}

// verify checks signature, algorithm, issuer, audience and expiry, and gives the subject.
func verify(authorization string) (string, bool) {
	if !strings.HasPrefix(authorization, "Bearer ") {
		return "", false
	}
	parts := strings.Split(authorization[len("Bearer "):], ".")
	if len(parts) != 3 {
		return "", false
	}
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(parts[0] + "." + parts[1]))
	signature, err := base64.RawURLEncoding.DecodeString(parts[2])
	if err != nil || !hmac.Equal(signature, mac.Sum(nil)) {
		return "", false
	}
	var h header
	var c claims
	if !decode(parts[0], &h) || h.Algorithm != "HS256" || !decode(parts[1], &c) {
		return "", false
	}
	if c.Issuer != "covet-bench" || c.Audience != "covet-bench" || c.Expires < time.Now().Unix() {
		return "", false
	}
	return c.Subject, true
}

func decode(part string, into any) bool {
	text, err := base64.RawURLEncoding.DecodeString(part)
	return err == nil && json.Unmarshal(text, into) == nil
}
