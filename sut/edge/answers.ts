/** What nginx answers by itself, in the shape of every other error: status -> code and message. */
const answers = {
  413: { error: 'too_large', message: 'The request body is too large' },
  502: { error: 'upstream_unreachable', message: 'The service behind this address cannot be reached' },
  508: {
    error: 'loop_detected',
    message: 'This request has been here before: the address of a service leads back to the edge',
  },
  504: { error: 'upstream_unreachable', message: 'The service behind this address cannot be reached' },
} as const;

/** Directives of a server that answer the edge's own errors as JSON, with `fields`: add_header directives. */
export function errorAnswers(fields: string): string {
  return Object.entries(answers)
    .map(([status, { error, message }]) => {
      const body = JSON.stringify({ error, message, requestId: '$trace_id' });
      return `    error_page ${status} @${status};
    location @${status} { internal; default_type application/json; ${fields} return ${status} '${body}'; }\n`;
    })
    .join('');
}
