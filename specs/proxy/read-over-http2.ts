import { connect, constants, type IncomingHttpHeaders } from 'node:http2';

export interface Http2Answer {
  readonly fields: IncomingHttpHeaders;
  readonly body: string;
  /** What was wrong with the answer in the eyes of a strict client; undefined when it went to its end. */
  readonly broken: string | undefined;
}

/** POSTs over HTTP/2 with Node's client, which refuses a malformed head as RFC 9113 8.1.1 says. */
export async function postOverHttp2(
  origin: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<Http2Answer> {
  const session = connect(origin, { rejectUnauthorized: false });
  try {
    return await new Promise((resolve, reject) => {
      session.once('error', reject);
      let fields: IncomingHttpHeaders = {};
      let text = '';
      let broken: string | undefined;
      const stream = session.request({ ...headers, ':method': 'POST', ':path': path });
      stream.setEncoding('utf8').setTimeout(10_000, () => stream.close(constants.NGHTTP2_CANCEL));
      stream.on('response', (received) => {
        fields = received;
      });
      stream.on('data', (chunk: string) => {
        text += chunk;
      });
      stream.on('error', (error) => {
        broken = error.message;
      });
      stream.on('close', () => {
        const code = stream.rstCode === constants.NGHTTP2_NO_ERROR ? undefined : `reset with code ${stream.rstCode}`;
        resolve({ fields, body: text, broken: broken ?? code });
      });
      stream.end(body);
    });
  } finally {
    session.destroy();
  }
}
