import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
};
const pageRoutes = [/^\/$/, /^\/login\/?$/, /^\/register\/?$/, /^\/app\/?$/, /^\/chat\/[^/]+\/?$/];

export interface PageFile {
  readonly contentType: string;
  readonly cacheControl: string;
  readonly body: Buffer;
}

/** The built page in its folder. */
export interface Page {
  /** Whether there is a page to serve. */
  isThere(): Promise<boolean>;
  /** index.html with the run-time configuration in it; undefined when there is none. */
  index(config: Readonly<Record<string, unknown>>): Promise<PageFile | undefined>;
  /** A file of the page; undefined when there is none of that name. */
  file(path: string): Promise<PageFile | undefined>;
  /** Whether the page itself shows something at `path`. */
  hasRoute(path: string): boolean;
}

export function createPage(folder: string): Page {
  const root = resolve(folder);
  const read = (name: string) => readFile(join(root, name)).catch(() => undefined);
  return {
    isThere: async () => (await read('index.html')) !== undefined,
    hasRoute: (path) => pageRoutes.some((route) => route.test(path)),
    async index(config) {
      const html = (await read('index.html'))?.toString('utf8');
      if (html === undefined) return undefined;
      // `<` is escaped, so that no value can end the element.
      const json = JSON.stringify(config).replaceAll('<', '\\u003c');
      const element = `<script type="application/json" id="holdfast-config">${json}</script>`;
      return {
        contentType: 'text/html; charset=utf-8',
        cacheControl: 'no-store',
        body: Buffer.from(html.replace('</head>', () => `${element}</head>`)),
      };
    },
    async file(path) {
      const contentType = types[extname(path)];
      const name = resolve(root, `.${path}`);
      if (contentType === undefined || path.includes('\0') || path === '/index.html' || !name.startsWith(root + sep))
        return undefined;
      const body = await readFile(name).catch(() => undefined);
      // Only what stands in assets has its content's hash in its name.
      const cacheControl = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600';
      return body === undefined ? undefined : { contentType, cacheControl, body };
    },
  };
}
