export type Snippet = { language: string; label: string; code: string };

const node = `import { createHmac, timingSafeEqual } from "node:crypto";

// body: the request's raw bytes as text, before anything parses them
export function verify(secret, headers, body) {
  const id = headers["webhook-id"];
  const at = headers["webhook-timestamp"];
  if (!(Math.abs(Date.now() / 1000 - Number(at)) < 300)) throw new Error("too old");
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const expected = createHmac("sha256", key).update(\`\${id}.\${at}.\${body}\`).digest();
  const fits = headers["webhook-signature"].split(" ").some((each) => {
    const given = Buffer.from(each.replace(/^v1,/, ""), "base64");
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!fits) throw new Error("not signed by us");
  return JSON.parse(body);
}
`;

const python = `import base64, hashlib, hmac, json, time

# body: the request's raw bytes, before anything parses them
def verify(secret: str, headers, body: bytes):
    message_id, at = headers["webhook-id"], headers["webhook-timestamp"]
    if abs(time.time() - int(at)) > 300:
        raise ValueError("too old")
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{message_id}.{at}.".encode() + body
    expected = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    given = headers["webhook-signature"].split(" ")
    if not any(hmac.compare_digest(expected, each) for each in given):
        raise ValueError("not signed by us")
    return json.loads(body)
`;

const php = `<?php
// $headers: getallheaders(); $body: file_get_contents("php://input"), before anything parses it
function verify(string $secret, array $headers, string $body): array {
    $headers = array_change_key_case($headers);
    $id = $headers["webhook-id"];
    $at = $headers["webhook-timestamp"];
    if (abs(time() - (int) $at) > 300) throw new Exception("too old");
    $key = base64_decode(substr($secret, strlen("whsec_")));
    $expected = "v1," . base64_encode(hash_hmac("sha256", "$id.$at.$body", $key, true));
    foreach (explode(" ", $headers["webhook-signature"]) as $given)
        if (hash_equals($expected, $given)) return json_decode($body, true);
    throw new Exception("not signed by us");
}
`;

const ruby = `require "json"
require "openssl"

# headers: request.headers; body: request.raw_post, before anything parses it
def verify(secret, headers, body)
  id, at = headers["webhook-id"], headers["webhook-timestamp"]
  raise "too old" if (Time.now.to_i - Integer(at)).abs > 300
  key = secret.delete_prefix("whsec_").unpack1("m0")
  expected = "v1," + [OpenSSL::HMAC.digest("SHA256", key, "#{id}.#{at}.#{body}")].pack("m0")
  given = headers["webhook-signature"].split(" ")
  raise "not signed by us" unless given.any? { |each| OpenSSL.secure_compare(expected, each) }
  JSON.parse(body)
end
`;

const go = `package webhooks

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Verify takes the request's raw bytes, before anything parses them.
func Verify(secret string, headers http.Header, body []byte) error {
	at, err := strconv.ParseInt(headers.Get("webhook-timestamp"), 10, 64)
	if err != nil || time.Since(time.Unix(at, 0)).Abs() > 5*time.Minute {
		return errors.New("too old")
	}
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
	if err != nil {
		return err
	}
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(headers.Get("webhook-id") + "." + headers.Get("webhook-timestamp") + "."))
	mac.Write(body)
	expected := "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil))
	for _, given := range strings.Split(headers.Get("webhook-signature"), " ") {
		if hmac.Equal([]byte(expected), []byte(given)) {
			return nil
		}
	}
	return errors.New("not signed by us")
}
`;

/** How a receiver checks a message, with what each language brings along. The pages and the guides show the same. */
export const verificationSnippets: readonly Snippet[] = [
  { language: "javascript", label: "Node.js", code: node },
  { language: "python", label: "Python", code: python },
  { language: "php", label: "PHP", code: php },
  { language: "ruby", label: "Ruby", code: ruby },
  { language: "go", label: "Go", code: go },
];
