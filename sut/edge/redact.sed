# Removes from a line of nginx every query, and whatever looks like a credential. nginx prints requests as
# they came: a query may hold quotes, a referrer also blanks, and a long line is cut anywhere. A newline
# marks what was removed until the end, because a line cannot hold one.

s/%3[Ff]/?/g

# A line of the access log.
/^\{/ {
  s/\?([^"\\]|\\.)*/\n/g
  b shapes
}

# The referrer comes last in its line.
s/(referrer: "[^?#]*)[?#].*$/\1\n"/
s/(request: "[^?#"]*)[?#].*( HTTP\/[0-9.]+")/\1\n\2/
s/(request: "[^?#"]*)[?#][^ ]*$/\1\n/
s/(upstream: "[^?#" ]*)[?#][^ ]*"/\1\n"/
s/\?[^ ]*",/\n",/g
s/\?[^ ]*/\n/g

:shapes
s/eyJ[A-Za-z0-9_-]{4}[A-Za-z0-9_.-]*/[redacted]/g
s/hf[rtp]_[A-Za-z0-9_-]+/[redacted]/g
s/\n/?[redacted]/g
# Standard output is written in blocks, this line by line.
w /dev/stderr
