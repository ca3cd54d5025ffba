/** Maps the Origin of a request to itself where it is one of `origins`, else to nothing. */
export function corsMaps(origins: readonly string[]): string {
  const rows = origins.map((origin) => ` "${origin}" "${origin}";`).join('');
  return `  map $http_origin $allowed_origin { default '';${rows} }
  map $allowed_origin $allowed_credentials { default true; '' ''; }
`;
}

/** What lets a page of an allowed origin read an answer of the edge itself; nginx leaves an empty field out. */
export const corsFields = `add_header Access-Control-Allow-Origin $allowed_origin always; \
add_header Access-Control-Allow-Credentials $allowed_credentials always; \
add_header Vary Origin always;`;
